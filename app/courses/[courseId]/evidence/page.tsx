import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { EvidenceDesk } from "@/components/evidence/evidence-desk";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("evidence");
  return { title: t("title") };
}

export default async function EvidencePage({ params }: { params: Promise<{ courseId: string }> }) {
  const { courseId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/evidence`;
  const madeAt = Date.now();
  const frame = await forPage(api.course.frame({ courseId }), here);
  const page = await forPage(api.evidence.page({ courseId }), here);
  const flow = await forPage(api.stance.flow({ courseId }), here);
  const t = await getTranslations("evidence");
  return (
    <CourseFrame
      frame={frame}
      at="evidence"
      crumb={t("title")}
      keys={[
        { keys: ["←", "↑", "↓", "→"], label: t("keys.cell") },
        { keys: ["↵"], label: t("keys.open") },
        { keys: ["e"], label: t("keys.add") },
        { keys: ["g"], label: t("keys.passage") },
        { keys: ["m"], label: t("keys.contested") },
        { keys: ["u"], label: t("keys.empty") },
        { keys: ["?"], label: t("keys.all") },
      ]}
      slots
    >
      <div className="page-evidence">
        <EvidenceDesk
          courseId={courseId}
          meId={frame.me.id}
          timeZone={frame.course.timeZone}
          staff={frame.staff}
          first={page}
          madeAt={madeAt}
          flow={flow}
        />
      </div>
    </CourseFrame>
  );
}
