import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import type { Own } from "./shapes";

/** What happened to the grade in the open: who, when, from, to, why. */
export function Changes({ own, timeZone }: { own: Own; timeZone: string }) {
  const t = useTranslations("grade.own");
  return (
    <section aria-labelledby="changes">
      <h2 className="h-sec" id="changes">
        {t("history")}
      </h2>
      <ol className="og-changes">
        {own.changes.map((change) => (
          <li key={`${change.at.toISOString()} ${change.act}`}>
            <p>
              {t(`act.${change.act}`, { name: change.by })}
              {change.from !== null && change.to !== null && change.from !== change.to
                ? ` · ${t("fromTo", { from: change.from, to: change.to })}`
                : change.to !== null && ` · ${t("points", { total: change.to, most: own.measure.most })}`}
            </p>
            <p className="faint">
              <Moment at={change.at} timeZone={timeZone} />
            </p>
            {change.reason && <p className="soft">{change.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
