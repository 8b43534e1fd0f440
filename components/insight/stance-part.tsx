import { useFormatter, useTranslations } from "next-intl";
import { FlowPicture } from "@/components/stance/flow-picture";
import type { FlowPage } from "@/components/stance/shapes";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import type { MoveSummary, Steps } from "./journey-steps";
import { StepsFigure } from "./steps-figure";

interface StancePartProps {
  courseId: string;
  flow: FlowPage;
  steps: Steps;
  moves: MoveSummary;
  /** The titles of the assignments that are graded blind now. */
  blind: readonly string[];
}

/** How the class's mind moved: student by student over its moments, and all of them from first to last. */
export function StancePart({ courseId, flow, steps, moves, blind }: StancePartProps) {
  const t = useTranslations("insight.stances");
  const format = useFormatter();
  const level = (number: number) => format.number(number, { maximumFractionDigits: 1 });
  return (
    <section className="part" id="stances" aria-labelledby="stances-title">
      <header className="part-head">
        <h2 className="h-sec" id="stances-title">
          {t("title")}
        </h2>
        <span className="faint">{t("stated", { stated: moves.stated, students: moves.students })}</span>
      </header>
      {flow.positions.length === 0 ? (
        <Blank title={t("noFrame")}>
          <p>{t("noFrameWhy")}</p>
          <Link className="btn" href={`/courses/${courseId}/frame`}>
            {t("toFrame")}
          </Link>
        </Blank>
      ) : moves.stated === 0 ? (
        <Blank title={t("none")}>
          <p>{t("noneWhy")}</p>
        </Blank>
      ) : (
        <>
          <p className="say">
            {moves.sure && t("sure", { first: level(moves.sure.first), now: level(moves.sure.now) })}{" "}
            {moves.returned > 0 && t("returned", { count: moves.returned })}{" "}
            {moves.students > moves.stated && t("silent", { count: moves.students - moves.stated })}
          </p>
          {blind.length > 0 && (
            <p className="say">{t("blind", { titles: format.list(blind), count: blind.length })}</p>
          )}
          <div className="two even">
            <div>
              <h3 className="kick">{t("byStudent")}</h3>
              <StepsFigure courseId={courseId} steps={steps} positions={flow.positions} />
            </div>
            <div data-figure>
              <h3 className="kick">{t("firstToLast")}</h3>
              <FlowPicture courseId={courseId} flow={flow} />
            </div>
          </div>
        </>
      )}
    </section>
  );
}
