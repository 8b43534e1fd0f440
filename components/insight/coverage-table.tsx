import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { type CellFigures, cellKey, type MatrixFigures } from "@/domain/prompt/matrix";
import type { EvidencePage } from "./shapes";

interface CoverageTableProps {
  courseId: string;
  page: Pick<EvidencePage, "positions" | "dimensions">;
  figures: MatrixFigures;
}

/** Positions by dimensions: how much was found, how many support and challenge, and how contested that is. */
export function CoverageTable({ courseId, page, figures }: CoverageTableProps) {
  const t = useTranslations("insight.coverage");
  return (
    <section className="steps-scroll" tabIndex={0} aria-label={t("table")}>
      <table className="cov">
        <caption className="vh">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("position")}</th>
            {page.dimensions.map(({ id, name, question }) => (
              <th key={id} scope="col" title={question || undefined}>
                {name}
              </th>
            ))}
            <th scope="col" className="sum">
              {t("all")}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.positions.map((position) => (
            <tr key={position.id}>
              <th scope="row" title={position.name}>
                {position.short}
              </th>
              {page.dimensions.map((dimension) => {
                const cell = figures.cells.get(cellKey(position.id, dimension.id));
                return (
                  cell && (
                    <Cell
                      key={dimension.id}
                      courseId={courseId}
                      cell={cell}
                      position={position.name}
                      dimension={dimension.name}
                    />
                  )
                );
              })}
              <td className="sum n">{figures.byPosition.get(position.id) ?? 0}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("all")}</th>
            {page.dimensions.map(({ id }) => (
              <td key={id} className="n">
                {figures.byDimension.get(id) ?? 0}
              </td>
            ))}
            <td className="sum n">{figures.total}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

interface CellProps {
  courseId: string;
  cell: CellFigures;
  position: string;
  dimension: string;
}

function Cell({ courseId, cell, position, dimension }: CellProps) {
  const t = useTranslations("insight.coverage");
  const level = useTranslations("evidence.contest");
  const { tally, contest } = cell;
  const count = cell.counted.size;
  const href = `/courses/${courseId}/evidence?cell=${cell.key}`;
  if (count === 0) {
    return (
      <td className="gap-cell">
        <Link prefetch={false} href={href} aria-label={t("emptyCell", { position, dimension })}>
          {t("gap")}
        </Link>
      </td>
    );
  }
  const label = t("cell", { position, dimension, count, ...tally, contest: level(`${contest}`) });
  return (
    <td className={`sh-${contest}`}>
      <Link prefetch={false} href={href} aria-label={label} title={label}>
        <b className="n">{count}</b>
        <span className="n">
          {tally.supports}:{tally.challenges}
        </span>
        {contest > 0 && <small>{level(`${contest}`)}</small>}
      </Link>
    </td>
  );
}
