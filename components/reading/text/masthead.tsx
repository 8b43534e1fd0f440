import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { ReadingPage } from "../reader-types";
import { DiscussionNote } from "./discussion-note";

interface MastheadProps {
  courseId: string;
  page: ReadingPage;
  /** A language shown beside the original. */
  beside: string | null;
  staff: boolean;
}

const nameOf = (language: string) =>
  new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;

/** What the source is, in which languages it can be read, and what holds for the talk about it. */
export function Masthead({ courseId, page, beside, staff }: MastheadProps) {
  const t = useTranslations("reader");
  const languages = [
    ...new Set(page.paragraphs.flatMap(({ translations }) => translations.map(({ language }) => language))),
  ];
  const here = `/courses/${courseId}/readings/${page.id}`;
  return (
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
      {!staff && <DiscussionNote />}
    </header>
  );
}
