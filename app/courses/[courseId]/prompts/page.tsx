import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { AssignmentPrompts } from "@/components/prompt/assignment-prompts";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("prompt");
  return { title: t("many") };
}

export default async function PromptsPage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/prompts`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const assignments = await forPage(api.prompt.list({ courseId }), here);
  const progress = await forPage(api.prompt.progress({ courseId }), here);
  const waiting = frame.staff ? await forPage(api.prompt.unanswered({ courseId }), here) : null;
  const unanswered = waiting && new Map(waiting.map(({ promptId, answers }) => [promptId, answers.length]));
  const t = await getTranslations("prompt");
  return (
    <CourseFrame frame={frame} at="discussion" crumb={t("many")}>
      <div className="page-prompts">
        <main id="main">
          <h1 className="head-1">{t("many")}</h1>
          <p className="soft">{t("intro")}</p>
          {assignments.length === 0 ? (
            <Blank title={t("noneYet")}>
              {frame.staff && (
                <Link className="btn" href={`/courses/${courseId}/assignments`}>
                  {t("toAssignments")}
                </Link>
              )}
            </Blank>
          ) : (
            assignments.map((assignment) => (
              <AssignmentPrompts
                key={assignment.id}
                courseId={courseId}
                timeZone={frame.course.timeZone}
                assignment={assignment}
                progress={progress}
                unanswered={unanswered}
              />
            ))
          )}
        </main>
      </div>
    </CourseFrame>
  );
}
