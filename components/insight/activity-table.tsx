import { useTranslations } from "next-intl";
import { activityKinds } from "@/domain/insight/activity";
import { sumOfDay } from "./days";
import type { DueDay } from "./due-days";
import type { Activity } from "./shapes";
import { useDayNames } from "./use-day-names";

interface ActivityTableProps {
  days: Activity["days"];
  dues: readonly DueDay[];
}

/** The same as figures, the newest day first; days on which nothing was written and nothing due are left out. */
export function ActivityTable({ days, dues }: ActivityTableProps) {
  const t = useTranslations("insight.activity");
  const names = useDayNames();
  const due = new Map(dues.map((each) => [each.day, each.assignments.map(({ title }) => title)]));
  const told = days.filter((day) => sumOfDay(day) > 0 || due.has(day.day)).toReversed();
  return (
    <section className="steps-scroll days-scroll" tabIndex={0} aria-label={t("table")}>
      <table className="tbl">
        <caption className="vh">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("day")}</th>
            {activityKinds.map((kind) => (
              <th key={kind} scope="col" className="num">
                {t(`kinds.${kind}`)}
              </th>
            ))}
            <th scope="col">{t("due")}</th>
          </tr>
        </thead>
        <tbody>
          {told.map((day) => (
            <tr key={day.day}>
              <th scope="row" className="nb">
                {names.long(day.day)}
              </th>
              {activityKinds.map((kind) => (
                <td key={kind} className="num">
                  {day[kind] || ""}
                </td>
              ))}
              <td>{due.get(day.day)?.join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
