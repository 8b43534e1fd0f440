import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseForm } from "@/components/course/course-form";
import { Frame } from "@/components/frame/frame";
import { caller, forPage } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Open a course" };

export default async function NewCoursePage() {
  const t = await getTranslations("courses");
  const api = await caller();
  const me = await forPage(api.account.me(), "/courses/new");
  return (
    <Frame crumbs={[{ label: t("title"), href: "/courses" }, { label: t("new") }]} tabs={[]} me={me}>
      <main id="main" className="page-account">
        <h1 className="head-1">{t("new")}</h1>
        <p className="lead">{t("newLead")}</p>
        <CourseForm />
      </main>
    </Frame>
  );
}
