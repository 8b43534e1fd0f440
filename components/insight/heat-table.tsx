import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { HeatRow } from "./heat";
import type { Heat } from "./shapes";

interface HeatTableProps {
  courseId: string;
  heat: Heat;
  rows: readonly HeatRow[];
}

/** The same as figures: how much is said of each paragraph, and how much is asked there. */
export function HeatTable({ courseId, heat, rows }: HeatTableProps) {
  const t = useTranslations("insight.heat");
  return (
    <section className="steps-scroll" tabIndex={0} aria-label={t("table", { title: heat.title })}>
      <table className="tbl heat-tbl">
        <caption className="vh">{t("table", { title: heat.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("paragraph")}</th>
            <th scope="col" className="num">
              {t("comments")}
            </th>
            <th scope="col" className="num">
              {t("questions")}
            </th>
            <th scope="col">{t("begins")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(
            ({ paragraph }) =>
              (paragraph.number !== null || paragraph.comments > 0) && (
                <tr key={paragraph.id} data-step>
                  <th scope="row">
                    <Link
                      className="link"
                      prefetch={false}
                      href={`/courses/${courseId}/readings/${heat.readingId}#p-${paragraph.id}`}
                    >
                      {paragraph.number === null ? "§" : `¶${paragraph.number}`}
                    </Link>
                  </th>
                  <td className="num">{paragraph.comments || ""}</td>
                  <td className="num">{paragraph.questions || ""}</td>
                  <td className="src first-words" lang={paragraph.language} dir="auto">
                    {paragraph.text.slice(0, 120)}
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
    </section>
  );
}
