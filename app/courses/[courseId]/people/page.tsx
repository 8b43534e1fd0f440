import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { JoinCode } from "@/components/course/join-code";
import { Roster } from "@/components/course/roster";
import { PeopleNav } from "@/components/groups/people-nav";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function PeoplePage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const t = await getTranslations("people");
  const api = await caller();
  const here = `/courses/${courseId}/people`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const people = await forPage(api.course.people({ courseId }), here);
  return (
    <CourseFrame frame={frame} at="people" crumb={t("title")}>
      <main id="main" className="page-account">
        {frame.staff && <PeopleNav courseId={courseId} at="people" />}
        <h1 className="head-1">{t("title")}</h1>
        <p className="lead">
          {t("lead", { count: people.members.filter((member) => !member.withdrawnAt).length })}
        </p>
        {people.can.manage && <JoinCode courseId={courseId} code={people.joinCode} />}
        <Roster courseId={courseId} members={people.members} canManage={people.can.manage} />
      </main>
    </CourseFrame>
  );
}
