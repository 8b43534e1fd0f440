import { useTranslations } from "next-intl";
import { noTalk, type Talk } from "./talk";

interface HandleProps {
  id: string;
  /** Null for a caption, which is not counted. */
  number: number | null;
  talk?: Talk;
  canPost: boolean;
}

/**
 * A paragraph's number and its talk: names it to a screen reader, opens its threads, begins a comment. One listener of
 * the reader hears all the buttons, and the marks of talk are written on as they change: there are too many
 * paragraphs for each to be a component of the browser's.
 */
export function Handle({ id, number, talk = noTalk, canPost }: HandleProps) {
  const t = useTranslations("reader");
  const name = number === null ? t("caption") : t("paragraph", { number });
  const { comments: count, unread } = talk;
  return (
    <span className="handle">
      <span className="vh" id={`n-${id}`}>
        {t("spoken", { name, count, unread })}
      </span>
      <button
        type="button"
        className="talk"
        data-act="threads"
        data-unread={unread > 0 ? "" : undefined}
        aria-label={t("threadsOf", { name, count, unread })}
        hidden={count === 0}
      >
        {count}
      </button>
      {canPost && (
        <button type="button" className="add" data-act="comment" aria-label={t("commentOn", { name })} />
      )}
    </span>
  );
}
