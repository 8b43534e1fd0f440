import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import "./source.css";

export interface ListedSource {
  id: string;
  title: string;
  byline: string;
  language: string;
  publishedAt: Date | null;
  paragraphs: number;
  assigned: { readingId: string; assignmentId: string; position: number; title: string }[];
}

interface Props {
  courseId: string;
  sources: readonly ListedSource[];
}

/** The course's texts: what is published, what is still being cleaned up, where each is read. */
export function SourceList({ courseId, sources }: Props) {
  const t = useTranslations("source.list");
  const here = `/courses/${courseId}/sources`;
  return (
    <main className="leaf" id="main">
      <header className="l-h">
        <h1 className="title">{t("title")}</h1>
        <Link className="btn go l" href={`${here}/new`}>
          {t("new")}
        </Link>
      </header>
      {sources.length === 0 ? (
        <div className="blank">
          <p className="h">{t("none")}</p>
          <p>{t("noneHelp")}</p>
          <Link className="btn" href={`${here}/new`}>
            {t("first")}
          </Link>
        </div>
      ) : (
        <div className="scroll-x">
          <table className="tbl">
            <caption className="vh">{t("title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("text")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col" className="num">
                  {t("paragraphs")}
                </th>
                <th scope="col">{t("assigned")}</th>
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <tr key={source.id}>
                  <th scope="row">
                    <Link
                      className="src nm"
                      href={`${here}/${source.id}/edit`}
                      lang={source.language}
                      dir="auto"
                    >
                      {source.title}
                    </Link>
                    {source.byline && (
                      <span className="faint by" dir="auto">
                        {source.byline}
                      </span>
                    )}
                  </th>
                  <td>
                    <span className={source.publishedAt ? "chip ok" : "chip"}>
                      {source.publishedAt ? t("published") : t("draft")}
                    </span>
                  </td>
                  <td className="num n">{source.paragraphs}</td>
                  <td>
                    <Places courseId={courseId} source={source} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}

function Places({ courseId, source }: { courseId: string; source: ListedSource }) {
  const t = useTranslations("source.list");
  if (source.assigned.length > 0) {
    return (
      <ul className="places">
        {source.assigned.map((place) => (
          <li key={place.readingId}>
            <Link className="link" href={`/courses/${courseId}/readings/${place.readingId}`}>
              {t("place", { number: place.position, title: place.title })}
            </Link>
          </li>
        ))}
      </ul>
    );
  }
  if (!source.publishedAt) return <span className="faint">{t("notYet")}</span>;
  return <span className="faint">{t("nowhere")}</span>;
}
