import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { EvidenceNav } from "@/components/evidence/evidence-nav";
import { ChooseTwo } from "@/components/evidence/versus/choose-two";
import { VersusRow } from "@/components/evidence/versus/versus-row";
import { Blank } from "@/components/ui/blank";
import { caller, forPage } from "@/server/trpc/caller";

interface ComparePageProps {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<{ a?: string | string[]; b?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("evidence.versus");
  return { title: t("title") };
}

export default async function ComparePage({ params, searchParams }: ComparePageProps) {
  const { courseId } = await params;
  const asked = await searchParams;
  const api = await caller();
  const here = `/courses/${courseId}/evidence/compare`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  const { positions } = await forPage(api.evidence.page({ courseId }), here);
  const t = await getTranslations("evidence.versus");
  const [first, second] = positions;
  const a = typeof asked.a === "string" ? asked.a : first?.id;
  const b = typeof asked.b === "string" ? asked.b : second?.id === a ? first?.id : second?.id;
  const versus =
    a && b && first && second ? await forPage(api.evidence.versus({ courseId, a, b }), here) : null;
  return (
    <CourseFrame frame={frame} at="evidence" crumb={t("title")}>
      <main className="page-versus" id="main">
        <EvidenceNav courseId={courseId} at="compare" />
        <h1 className="head-1">{t("title")}</h1>
        {versus ? (
          <>
            <p className="soft">{t("about", { a: versus.a.name, b: versus.b.name })}</p>
            <ChooseTwo courseId={courseId} positions={positions} a={versus.a.id} b={versus.b.id} />
            {versus.a.id === versus.b.id ? (
              <Blank title={t("same")} />
            ) : (
              versus.dimensions.map((row) => (
                <VersusRow key={row.id} courseId={courseId} a={versus.a} b={versus.b} row={row} />
              ))
            )}
          </>
        ) : (
          <Blank title={t("tooFew")}>
            <p>{t("tooFewWhy")}</p>
          </Blank>
        )}
      </main>
    </CourseFrame>
  );
}
