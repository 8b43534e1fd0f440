import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CourseFrame } from "@/components/course/course-frame";
import { coverageOf } from "@/components/insight/coverage";
import { CoveragePart } from "@/components/insight/coverage-part";
import { InsightDesk } from "@/components/insight/insight-desk";
import { InsightKeys } from "@/components/insight/insight-keys";
import { stepsOf, summaryOf } from "@/components/insight/journey-steps";
import { MovedPassages } from "@/components/insight/moved-passages";
import { placeFor, wantedFrom } from "@/components/insight/scope";
import { SettingsPart } from "@/components/insight/settings-part";
import { StancePart } from "@/components/insight/stance-part";
import { Summary } from "@/components/insight/summary";
import { UnansweredPart } from "@/components/insight/unanswered-part";
import { Moment } from "@/components/ui/moment";
import { caller, forPage } from "@/server/trpc/caller";

interface InsightPageProps {
  params: Promise<{ courseId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insight"))("title") };
}

/** For staff: where the class talks, asks, answers and falls behind; how its mind moves, and where its evidence lies. */
export default async function InsightPage({ params, searchParams }: InsightPageProps) {
  const { courseId } = await params;
  const said = await searchParams;
  const api = await caller();
  const here = `/courses/${courseId}/insight`;
  const frame = await forPage(api.course.frame({ courseId }), here);
  if (!frame.staff) notFound();
  const choices = await forPage(api.insight.choices({ courseId }), here);
  const { reading, ...scope } = placeFor(
    choices,
    wantedFrom((name) => {
      const value = said[name];
      return typeof value === "string" ? value : null;
    }),
  );
  const [heat, questions, behind, unanswered, journeys, moved, flow, page] = await Promise.all([
    reading &&
      forPage(api.insight.heat({ courseId, readingId: reading.id, sectionId: scope.sectionId }), here),
    forPage(api.insight.questions({ courseId, ...scope }), here),
    forPage(api.insight.behind({ courseId, ...scope }), here),
    forPage(api.prompt.unanswered({ courseId }), here),
    forPage(api.stance.journeys({ courseId }), here),
    forPage(api.stance.moved({ courseId }), here),
    forPage(api.stance.flow({ courseId }), here),
    forPage(api.evidence.page({ courseId }), here),
  ]);
  const t = await getTranslations("insight");
  const now = new Date();
  const moves = summaryOf(journeys);
  const coverage = coverageOf(page);
  const keys = [
    { keys: ["j", "k"], label: t("keys.step") },
    { keys: ["↵"], label: t("keys.open") },
    { keys: ["a"], label: t("keys.answer") },
    { keys: ["t"], label: t("keys.table") },
    { keys: ["1–9"], label: t("keys.reading") },
    { keys: ["?"], label: t("keys.all") },
  ];
  return (
    <CourseFrame
      frame={frame}
      at="insight"
      crumb={t("title")}
      keys={keys}
      end={
        <span className="st">
          {t("counted")} <Moment at={now} timeZone={frame.course.timeZone} show="short" />
        </span>
      }
    >
      <div className="page-insight">
        <main className="work" id="main" tabIndex={-1}>
          <InsightDesk
            courseId={courseId}
            meId={frame.me.id}
            timeZone={frame.course.timeZone}
            now={now}
            choices={choices}
            first={{ scope, heat, questions, behind }}
            heading={
              <>
                <h1 className="head-1">{t("title")}</h1>
                <Summary
                  moves={moves}
                  flow={flow}
                  page={page}
                  coverage={coverage}
                  unanswered={unanswered}
                  now={now}
                />
              </>
            }
            beside={
              <UnansweredPart
                courseId={courseId}
                timeZone={frame.course.timeZone}
                now={now}
                prompts={unanswered}
                positions={flow.positions}
                groups={page.groups}
              />
            }
          >
            <StancePart
              courseId={courseId}
              flow={flow}
              steps={stepsOf(journeys, page.readings)}
              moves={moves}
              blind={choices.assignments.filter(({ blind }) => blind).map(({ title }) => title)}
            />
            <div className="two">
              <MovedPassages courseId={courseId} moved={moved} positions={flow.positions} />
              <SettingsPart courseId={courseId} settings={flow.settings} canManage={frame.can.manage} />
            </div>
            {page.positions.length > 0 && (
              <CoveragePart courseId={courseId} page={page} coverage={coverage} />
            )}
          </InsightDesk>
        </main>
        <InsightKeys keys={keys} />
      </div>
    </CourseFrame>
  );
}
