import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { GroupsDesk } from "@/components/groups/groups-desk";
import { PeopleNav } from "@/components/groups/people-nav";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("groups"))("title") };
}

interface GroupsPageProps {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<{ set?: string | string[] }>;
}

export default async function GroupsPage({ params, searchParams }: GroupsPageProps) {
  const { courseId } = await params;
  const { set } = await searchParams;
  const t = await getTranslations("groups");
  const api = await caller();
  const here = `/courses/${courseId}/people/groups`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const page = await forPage(api.group.page({ courseId }), here);
  const keys = [
    { keys: ["j", "k"], label: t("keys.person") },
    { keys: ["[", "]"], label: t("keys.move") },
    { keys: ["/"], label: t("keys.find") },
    { keys: ["?"], label: t("keys.all") },
  ];
  return (
    <CourseFrame frame={frame} at="people" crumb={t("title")} keys={keys} allKeys={keys}>
      <main id="main" className="page-groups">
        <PeopleNav courseId={courseId} at="groups" />
        <h1 className="head-1">{t("title")}</h1>
        <GroupsDesk courseId={courseId} initial={page} setId={typeof set === "string" ? set : null} />
      </main>
    </CourseFrame>
  );
}
