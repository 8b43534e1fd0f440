import { useTranslations } from "next-intl";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import type { Coverage } from "./coverage";
import { CoverageTable } from "./coverage-table";
import { More } from "./more";
import type { EvidencePage } from "./shapes";

interface CoveragePartProps {
  courseId: string;
  page: EvidencePage;
  coverage: Coverage;
}

const MOST = 6;

/** What the class has found, and where: the cells in figures, those in dispute, and those with nothing in them. */
export function CoveragePart({ courseId, page, coverage }: CoveragePartProps) {
  const t = useTranslations("insight.coverage");
  return (
    <section className="part" id="coverage" aria-labelledby="coverage-title">
      <header className="part-head">
        <h2 className="h-sec" id="coverage-title">
          {t("title")}
        </h2>
        <span className="faint">{t("passages", { count: coverage.figures.total })}</span>
      </header>
      {page.dimensions.length === 0 ? (
        <Blank title={t("noDimensions")}>
          <p>{t("noDimensionsWhy")}</p>
          <Link className="btn" href={`/courses/${courseId}/frame`}>
            {t("toFrame")}
          </Link>
        </Blank>
      ) : coverage.figures.total === 0 ? (
        <Blank title={t("none")}>
          <p>{t("noneWhy")}</p>
          <Link className="btn" href={`/courses/${courseId}/evidence`}>
            {t("toMatrix")}
          </Link>
        </Blank>
      ) : (
        <div className="two">
          <div>
            <CoverageTable courseId={courseId} page={page} figures={coverage.figures} />
            <p className="flow-legend">
              {t("legend")}{" "}
              {([0, 1, 2, 3, 4] as const).map((level) => (
                <Level key={level} level={level} />
              ))}
            </p>
          </div>
          <div className="lists">
            <Contested courseId={courseId} page={page} coverage={coverage} />
            <Gaps courseId={courseId} page={page} coverage={coverage} />
          </div>
        </div>
      )}
    </section>
  );
}

function Level({ level }: { level: 0 | 1 | 2 | 3 | 4 }) {
  const t = useTranslations("evidence.contest");
  return (
    <span className="lv">
      <i className={`sh-${level}`} aria-hidden="true" /> {t(`${level}`)}
    </span>
  );
}

function useNames({ positions, dimensions }: EvidencePage) {
  const known = new Map([...positions, ...dimensions].map(({ id, name }) => [id, name]));
  return (id: string) => known.get(id) ?? "";
}

function Contested({ courseId, page, coverage }: CoveragePartProps) {
  const t = useTranslations("insight.coverage");
  const level = useTranslations("evidence.contest");
  const nameOf = useNames(page);
  return (
    <>
      <h3 className="kick">{t("contested")}</h3>
      {coverage.contested.length === 0 ? (
        <p className="soft say">{t("agreed")}</p>
      ) : (
        <More
          items={coverage.contested}
          most={MOST}
          label={(count) => t("moreCells", { count })}
          className="cells"
        >
          {({ key, positionId, dimensionId, tally, contest }) => (
            <li key={key} data-step>
              <Link prefetch={false} className="link" href={`/courses/${courseId}/evidence?cell=${key}`}>
                {t("place", { position: nameOf(positionId), dimension: nameOf(dimensionId) })}
              </Link>
              <span className="faint">
                {t("sides", { supports: tally.supports, challenges: tally.challenges })},{" "}
                {level(`${contest}`)}
              </span>
            </li>
          )}
        </More>
      )}
    </>
  );
}

function Gaps({ courseId, page, coverage }: CoveragePartProps) {
  const t = useTranslations("insight.coverage");
  const nameOf = useNames(page);
  return (
    <>
      <h3 className="kick">{t("gaps", { count: coverage.empty })}</h3>
      {coverage.empty === 0 ? (
        <p className="soft say">{t("noGaps")}</p>
      ) : (
        <ul className="cells gaps">
          {coverage.gaps.map(({ positionId, cells }) => (
            <li key={positionId}>
              <b>{nameOf(positionId)}</b>
              <span className="on">
                {cells.map(({ key, dimensionId }) => (
                  <span key={key} data-step>
                    <Link
                      prefetch={false}
                      className="link"
                      href={`/courses/${courseId}/evidence?cell=${key}`}
                    >
                      {nameOf(dimensionId)}
                    </Link>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
