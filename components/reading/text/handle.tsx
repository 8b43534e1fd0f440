import { useTranslations } from "next-intl";

interface HandleProps {
  /** Null for a caption, which is not counted. */
  number: number | null;
  canPost: boolean;
}

/**
 * What stands beside a paragraph: begins a comment. One listener of the reader hears all the buttons, and the button
 * that opens the threads is hung on where there are any: there are too many paragraphs for each to be a component of
 * the browser's.
 */
export function Handle({ number, canPost }: HandleProps) {
  const t = useTranslations("reader");
  const name = number === null ? t("caption") : t("paragraph", { number });
  return (
    <span className="handle">
      {canPost && (
        <button type="button" className="add" data-act="comment" aria-label={t("commentOn", { name })} />
      )}
    </span>
  );
}
