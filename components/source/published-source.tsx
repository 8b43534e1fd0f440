import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { SourceDraft } from "@/domain/source/draft";
import { MovePanel } from "./move-panel";
import { PUBLISHED } from "./published-heading";
import { ReviseButton } from "./revise-button";
import { SourceText } from "./source-text";
import "./source.css";

interface Props {
  courseId: string;
  timeZone: string;
  source: SourceDraft & {
    id: string;
    versionId: string;
    /** The version's number, from 1. */
    number: number;
    publishedAt: Date;
    assigned: { readingId: string; position: number; title: string; versionId: string; version: number }[];
  };
}

/** A published source: its text as it is read, and what it can be used for. */
export function PublishedSource({ courseId, timeZone, source }: Props) {
  const t = useTranslations("source.published");
  const format = useFormatter();
  const older = source.assigned.filter((place) => place.versionId !== source.versionId);
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
            <h2 className="kick" id={PUBLISHED} tabIndex={-1}>
              {t("title", { number: source.number })}
            </h2>
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
          <ReviseButton courseId={courseId} sourceId={source.id} />
        </section>
        {older.length > 0 && (
          <MovePanel courseId={courseId} versionId={source.versionId} number={source.number} places={older} />
        )}
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
