import { useTranslations } from "next-intl";
import { type CellFigures, cellKey } from "@/domain/prompt/matrix";
import { markOf, marksOf } from "../cell-marks";
import type { Figures } from "../figures";
import type { EvidencePage } from "../shapes";

/** The matrix in figures: passages, how many support and how many challenge, and how contested that is in words. */
export function PrintTable({ page, figures }: { page: EvidencePage; figures: Figures }) {
  const t = useTranslations("evidence");
  return (
    <>
      <section className="print-scroll" tabIndex={0} aria-label={t("table")}>
        <table className="print-table">
          <caption className="vh">{t("table")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("position")}</th>
              {page.dimensions.map((dimension) => (
                <th key={dimension.id} scope="col">
                  {dimension.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.positions.map((position) => (
              <tr key={position.id}>
                <th scope="row">{position.name}</th>
                {page.dimensions.map((dimension) => {
                  const cell = figures.cells.get(cellKey(position.id, dimension.id));
                  return <td key={dimension.id}>{cell && <InFigures cell={cell} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className="print-key">
        <i className="ev s" aria-hidden="true" /> {t("filter.relations.supports")}{" "}
        <i className="ev q" aria-hidden="true" /> {t("filter.relations.qualifies")}{" "}
        <i className="ev c" aria-hidden="true" /> {t("filter.relations.challenges")}
      </p>
    </>
  );
}

function InFigures({ cell }: { cell: CellFigures }) {
  const t = useTranslations("evidence");
  const { tally, contest } = cell;
  if (cell.counted.size === 0) return <span>{t("print.none")}</span>;
  let place = 0;
  return (
    <>
      <b className="n">{cell.counted.size}</b>{" "}
      <span className="n">
        {tally.supports}:{tally.challenges}
      </span>
      <span className="print-marks" aria-hidden="true">
        {marksOf(tally, 12).marks.map((relation) => (
          <i key={place++} className={`ev ${markOf[relation]}`} />
        ))}
      </span>
      <small>{t(`contest.${contest}`)}</small>
    </>
  );
}
