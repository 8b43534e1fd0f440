import Link from "next/link";
import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { Note } from "@/components/ui/note";
import { direction } from "@/domain/reading/direction";
import { Paragraph } from "./paragraph";
import type { ReadingPage } from "./reader-types";

interface SourceTextProps {
  courseId: string;
  page: ReadingPage;
  /** A language to show beside the original. */
  beside: string | null;
  staff: boolean;
}

const nameOf = (language: string) =>
  new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;

/** The source itself, drawn on the server: masthead, then every paragraph. */
export function SourceText({ courseId, page, beside, staff }: SourceTextProps) {
  const t = useTranslations("reader");
  const languages = [
    ...new Set(page.paragraphs.flatMap(({ translations }) => translations.map(({ language }) => language))),
  ];
  const here = `/courses/${courseId}/readings/${page.id}`;
  return (
    <article className="page" lang={page.language} dir={direction(page.language)}>
      <header className="mast">
        <div className="top">
          <p className="kick">{t("readingOf", { position: page.position, total: page.total })}</p>
          {languages.length > 0 && (
            <nav className="lang" aria-label={t("beside")}>
              <Link href={here} aria-current={beside === null ? "true" : undefined} lang={page.language}>
                {nameOf(page.language)}
              </Link>
              {languages.map((language) => (
                <Link
                  key={language}
                  href={`${here}?beside=${language}`}
                  aria-current={beside === language ? "true" : undefined}
                  lang={language}
                >
                  + {nameOf(language)}
                </Link>
              ))}
            </nav>
          )}
        </div>
        <h1 className="title">{page.title}</h1>
        {page.deck && <p className="deck">{page.deck}</p>}
        {(page.byline || page.origin) && (
          <p className="by">{[page.byline, page.origin].filter(Boolean).join(" · ")}</p>
        )}
        {!staff && <DiscussionNote page={page} />}
      </header>
      {page.paragraphs.map((paragraph) => (
        <Paragraph key={paragraph.id} paragraph={paragraph} language={page.language} beside={beside} />
      ))}
      <GoOn courseId={courseId} page={page} />
    </article>
  );
}

/** At the end of the text: the readings before and after it. */
function GoOn({ courseId, page }: { courseId: string; page: ReadingPage }) {
  const t = useTranslations("reader");
  if (!page.previous && !page.next) return null;
  return (
    <nav className="go-on" aria-label={t("otherReadings")}>
      {page.previous && (
        <Link href={`/courses/${courseId}/readings/${page.previous.id}`} rel="prev">
          ← {page.previous.position} {page.previous.title}
        </Link>
      )}
      {page.next && (
        <Link className="next" href={`/courses/${courseId}/readings/${page.next.id}`} rel="next">
          {page.next.position} {page.next.title} →
        </Link>
      )}
    </nav>
  );
}

/** Why others' words do not show, or why none can be added. */
function DiscussionNote({ page }: { page: ReadingPage }) {
  const t = useTranslations("reader.note");
  const { discussion, can, timeZone } = page;
  if (!discussion.othersVisible) {
    return (
      <Note>
        {discussion.visibility === "postFirst" ? (
          t("postFirst", { count: discussion.postFirst - discussion.ownComments })
        ) : (
          <>
            {t("closedUntilDue")} <Moment at={discussion.dueAt} timeZone={timeZone} />
          </>
        )}
      </Note>
    );
  }
  return can.post ? null : <Note>{t("closed")}</Note>;
}
