import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import { ParagraphText } from "@/components/reading/text/paragraph-text";
import { Link } from "@/components/ui/link";
import type { Own } from "./shapes";

/** What was said of single comments and answers, each under one's own words and the paragraph they stand at. */
export function Remarks({ own, courseId }: { own: Own; courseId: string }) {
  const t = useTranslations("grade.own");
  const placed = own.remarks.filter(({ kind }) => kind !== "criterion");
  if (placed.length === 0) return null;
  return (
    <section aria-labelledby="remarks">
      <h2 className="h-sec" id="remarks">
        {t("remarks")}
      </h2>
      <ol className="og-remarks">
        {placed.map(({ subjectId, body, on }) => (
          <li key={subjectId}>
            {on?.place && (
              <>
                <p className="faint">
                  <Link
                    className="link"
                    prefetch={false}
                    href={`/courses/${courseId}/readings/${on.place.readingId}?thread=${subjectId}${
                      on.place.paragraphId ? `#p-${on.place.paragraphId}` : ""
                    }`}
                  >
                    {on.place.paragraph === null
                      ? t("reading", { reading: on.place.reading })
                      : t("paragraph", { reading: on.place.reading, paragraph: on.place.paragraph })}
                  </Link>
                </p>
                {on.place.text !== "" && (
                  <blockquote className={`src og-passage k-${on.place.kind}`} dir="auto">
                    <ParagraphText paragraph={on.place} />
                  </blockquote>
                )}
              </>
            )}
            {on?.prompt && (
              <p className="faint">
                <Link className="link" prefetch={false} href={`/courses/${courseId}/prompts/${on.prompt.id}`}>
                  {on.prompt.title}
                </Link>
              </p>
            )}
            {on ? (
              <div className="og-own" role="group" aria-label={t("yourWords")} dir="auto" tabIndex={0}>
                <Prose text={on.body} citations={[]} courseId={courseId} />
              </div>
            ) : (
              <p className="faint">{t("gone")}</p>
            )}
            <div className="remark src">
              <Prose text={body} citations={[]} courseId={courseId} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
