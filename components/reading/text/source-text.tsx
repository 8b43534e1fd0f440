import { useTranslations } from "next-intl";
import { StanceInvitation } from "@/components/stance/stance-invitation";
import { Link } from "@/components/ui/link";
import { direction } from "@/domain/reading/direction";
import type { ReadingPage } from "../reader-types";
import { Masthead } from "./masthead";
import { Paragraph } from "./paragraph";

interface SourceTextProps {
  courseId: string;
  page: ReadingPage;
  /** A language to show beside the original. */
  beside: string | null;
  staff: boolean;
}

/** The source itself, drawn on the server: masthead, then every paragraph. */
export function SourceText({ courseId, page, beside, staff }: SourceTextProps) {
  return (
    <article className="page" lang={page.language} dir={direction(page.language)}>
      <Masthead courseId={courseId} page={page} beside={beside} staff={staff} />
      {page.paragraphs.map((paragraph) => (
        <Paragraph
          key={paragraph.position}
          paragraph={paragraph}
          language={page.language}
          beside={beside}
          canPost={page.can.post}
        />
      ))}
      {!staff && <StanceInvitation courseId={courseId} readingId={page.id} />}
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
