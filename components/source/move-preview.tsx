import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import type { AppRouter } from "@/server/trpc/root";

type Preview = inferRouterOutputs<AppRouter>["source"]["previewMove"];

const kinds = ["comments", "evidence", "citations"] as const;

/** What would become of everything that stands on the reading, in numbers, and the passages to look at. */
export function MovePreview({ preview }: { preview: Preview }) {
  const t = useTranslations("source.move");
  const { troubled } = preview;
  return (
    <>
      <table className="tbl">
        <caption className="vh">{t("becomes")}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className="num">
              {t("sound")}
            </th>
            <th scope="col" className="num">
              {t("changed")}
            </th>
            <th scope="col" className="num">
              {t("lost")}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(kind)}</th>
              <td className="num n">{preview[kind].sound}</td>
              <td className="num n">{preview[kind].changed}</td>
              <td className="num n">{preview[kind].lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="fine">{t("help")}</p>
      {troubled.length > 0 && (
        <details>
          <summary>{t("troubled", { count: troubled.length })}</summary>
          <ul className="troubled">
            {troubled.map((row) => (
              <li key={`${row.position} ${row.kind} ${row.words} ${row.now ?? ""}`}>
                <q className="src">{row.words}</q>{" "}
                {row.now === null ? <em>{t("gone")}</em> : <q className="src">{row.now}</q>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
