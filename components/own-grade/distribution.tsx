import { useTranslations } from "next-intl";
import type { Own } from "./shapes";

interface Props {
  bins: NonNullable<Own["distribution"]>;
  /** One's own, a decimal. */
  total: string | null;
  most: string;
}

/** How the class's released grades lie, with one's own among them: a picture, and the same as a table. */
export function Distribution({ bins, total, most }: Props) {
  const t = useTranslations("grade.own.distribution");
  const highest = Math.max(...bins.map(({ count }) => count));
  const isMine = (from: string, to: string) =>
    total !== null && Number(from) <= Number(total) && (Number(total) < Number(to) || to === most);
  return (
    <section aria-labelledby="distribution">
      <h2 className="h-sec" id="distribution">
        {t("title")}
      </h2>
      <table className="og-bins">
        <caption className="soft">{t("about")}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t("points")}</th>
            <th scope="col">{t("students")}</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, count }) => (
            <tr key={from} className={isMine(from, to) ? "on" : undefined}>
              <th scope="row" className="n">
                {t("range", { from, to })}
              </th>
              <td>
                <span className="og-bar" style={{ inlineSize: `${(count / highest) * 100}%` }} aria-hidden />
                <span className="n">{count}</span>
                {isMine(from, to) && <span className="soft"> {t("yours")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
