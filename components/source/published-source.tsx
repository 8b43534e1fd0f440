import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { SourceDraft } from "@/domain/source/draft";
import { SourceText } from "./source-text";
import "./source.css";

interface Props {
  courseId: string;
  timeZone: string;
  source: SourceDraft & {
    versionId: string;
    publishedAt: Date;
    assigned: { readingId: string; assignmentId: string; title: string }[];
  };
}

/** A published source: its text as it is read, and what it can be used for. */
export function PublishedSource({ courseId, timeZone, source }: Props) {
  const t = useTranslations("source.published");
  const format = useFormatter();
  const when = format.dateTime(source.publishedAt, { dateStyle: "medium", timeZone });
  return (
    <div className="desk two">
      <main className="sheet" id="main">
        <h1 className="vh">{source.title}</h1>
        <SourceText source={source} />
      </main>
      <aside className="side" aria-label={t("side")}>
        <section className="pub">
          <header>
            <h2 className="kick">{t("title")}</h2>
            <span className="faint">{when}</span>
          </header>
          <p className="fine">{t("fixed")}</p>
          <p className="pb">
            <Link
              className="btn go l"
              href={`/courses/${courseId}/assignments/new?reading=${source.versionId}`}
            >
              {t("assign")}
            </Link>
          </p>
        </section>
        <section>
          <header>
            <h2 className="kick">{t("assignedIn")}</h2>
          </header>
          {source.assigned.length === 0 ? (
            <p className="fine">{t("nowhere")}</p>
          ) : (
            <ul className="places">
              {source.assigned.map((place) => (
                <li key={place.readingId}>
                  <Link className="link" href={`/courses/${courseId}/readings/${place.readingId}`}>
                    {place.title}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </section>
      </aside>
    </div>
  );
}
