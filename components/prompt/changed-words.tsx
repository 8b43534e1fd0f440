import { useTranslations } from "next-intl";
import { differenceOf } from "@/domain/comment/difference";

interface ChangedWordsProps {
  earlier: string;
  later: string;
}

/** What became of a text: what came in stands after a plus, what went after a minus. */
export function ChangedWords({ earlier, later }: ChangedWordsProps) {
  const t = useTranslations("response.versions");
  let place = 0;
  return (
    <p className="changed-words src" dir="auto">
      {differenceOf(earlier, later).map(({ kind, text }) => {
        const key = place;
        place += text.length + 1;
        if (kind === "same") return <span key={key}>{text}</span>;
        const Mark = kind === "added" ? "ins" : "del";
        return (
          <Mark key={key}>
            <span className="vh">{t(`${kind}.begins`)} </span>
            <i aria-hidden="true">{kind === "added" ? "+" : "−"}</i>
            {text}
            <span className="vh"> {t(`${kind}.ends`)}</span>
          </Mark>
        );
      })}
    </p>
  );
}
