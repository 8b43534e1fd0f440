import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseShelf } from "@/components/course/course-shelf";
import { JoinForm } from "@/components/course/join-form";
import { Frame } from "@/components/frame/frame";
import { Link } from "@/components/ui/link";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses"))("title") };
}

export default async function CoursesPage() {
  const t = await getTranslations("courses");
  const api = await caller();
  const { me, courses } = await forPage(api.course.mine(), "/courses");
  return (
    <Frame crumbs={[{ label: t("title") }]} tabs={[]} me={me}>
      <main id="main" className="page-account">
        <h1 className="title">{t("title")}</h1>
        <p className="lead">{t("lead", { count: courses.length })}</p>
        <CourseShelf courses={courses} />
        <section className="part" aria-labelledby="join">
          <h2 className="kick" id="join">
            {t("join")}
          </h2>
          <JoinForm />
        </section>
        <section className="part" aria-labelledby="open">
          <h2 className="kick" id="open">
            {t("teach")}
          </h2>
          <p>{t("teachHint")}</p>
          <p className="line">
            <Link className="btn l" href="/courses/new">
              {t("new")}
            </Link>
          </p>
        </section>
      </main>
    </Frame>
  );
}
