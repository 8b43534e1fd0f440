import { useTranslations } from "next-intl";
import { useLaneNames } from "./flow-names";
import type { FlowPage } from "./shapes";

/** The flow in numbers: where they stood first down the side, where they stand along the top, with its sums. */
export function FlowTable({ page }: { page: FlowPage }) {
  const t = useTranslations("stance.flow");
  const lanes = useLaneNames(page);
  const { flow } = page;
  if (!flow) return null;
  const called = (lane: string | null) =>
    lanes.removed(lane) ? t("removed", { name: lanes.short(lane) }) : lanes.short(lane);
  return (
    <table className="flow-table">
      <caption>{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("firstNow")}</th>
          {flow.lanes.map((lane) => (
            <th key={lane ?? ""} scope="col">
              {called(lane)}
            </th>
          ))}
          <th scope="col">{t("all")}</th>
        </tr>
      </thead>
      <tbody>
        {flow.lanes.map((lane, row) => (
          <tr key={lane ?? ""}>
            <th scope="row">{called(lane)}</th>
            {flow.lanes.map((to, column) => (
              <Figure key={to ?? ""} count={flow.cells[row]?.[column] ?? null} />
            ))}
            <Figure count={flow.rows[row] ?? null} />
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t("all")}</th>
          {flow.lanes.map((lane, column) => (
            <Figure key={lane ?? ""} count={flow.columns[column] ?? null} />
          ))}
          <Figure count={flow.total} />
        </tr>
      </tfoot>
    </table>
  );
}

function Figure({ count }: { count: number | null }) {
  const t = useTranslations("stance.flow");
  if (count !== null) return <td className={count === 0 ? "n nil" : "n"}>{count}</td>;
  return (
    <td className="n kept">
      <span aria-hidden="true">{t("hidden")}</span>
      <span className="vh">{t("notShown")}</span>
    </td>
  );
}
