import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { Blank } from "@/components/ui/blank";
import { caller, forPage } from "@/server/trpc/caller";

interface Props {
  params: Promise<{ courseId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("grade"))("title") };
}

/** Leads on to the assignment that wants grading. */
export default async function GradePage({ params }: Props) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/grade`;
  const assignmentId = await forPage(api.grade.toGrade({ courseId }), here);
  if (assignmentId) redirect(`${here}/${assignmentId}`);
  const frame = await forPage(api.course.frame({ courseId }), here);
  const t = await getTranslations("grade");
  return (
    <CourseFrame frame={frame} at="grade" crumb={t("title")}>
      <main id="main" className="grading-blank">
        <h1 className="vh">{t("title")}</h1>
        <Blank title={t("noAssignment")}>
          <p>{t("noAssignmentMore")}</p>
        </Blank>
      </main>
    </CourseFrame>
  );
}
