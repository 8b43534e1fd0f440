import { useTranslations } from "next-intl";

interface HandleProps {
  /** Null for a caption, which is not counted. */
  number: number | null;
  canPost: boolean;
}

/**
 * What stands beside a paragraph: opens its threads, begins a comment, tells where it is cited. One listener of the reader hears all the
 * buttons, and how many comments and citations there are is written on afterwards: there are too many paragraphs for each to be a
 * component of the browser's.
 */
export function Handle({ number, canPost }: HandleProps) {
  const t = useTranslations("reader");
  const name = number === null ? t("caption") : t("paragraph", { number });
  return (
    <>
      <span className="handle">
        <button type="button" className="talk" data-act="threads" hidden />
        {canPost && (
          <button type="button" className="add" data-act="comment" aria-label={t("commentOn", { name })} />
        )}
      </span>
      <button type="button" className="cited-in" data-act="cited" hidden />
    </>
  );
}
