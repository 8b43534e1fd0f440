import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { PromptKind } from "@/domain/assignment/assignment";

/** All that decides how a prompt is answered, by name. */
export interface SaidPrompt {
  kind: PromptKind;
  wordsMin: number;
  wordsMax: number;
  citationsMin: number;
  readingsMin: number;
  positionsMin: number;
  repliesMin: number;
  /** The names of the positions it is about. */
  positions: readonly string[];
  dimension: string | null;
  /** With its page, where that can be gone to. */
  term: { name: string; href?: string } | null;
  postFirst: boolean;
  /** What classmates call this person here; null where they see the name, undefined where it is not known yet. */
  alias: string | null | undefined;
  room: "class" | "group";
  steelman: boolean;
}

/** What a prompt asks and on what terms, in words. */
export function PromptInWords({ said }: { said: SaidPrompt }) {
  const t = useTranslations("prompt.said");
  const owed = useOwed(said);
  return (
    <ul className="said">
      <Kind said={said} />
      {owed !== "" && <li>{owed}</li>}
      {said.postFirst && <li>{t("postFirst")}</li>}
      <li>
        {said.alias === null
          ? t(`room.${said.room}.named`)
          : said.alias
            ? t(`room.${said.room}.alias`, { alias: said.alias })
            : t(`room.${said.room}.someAlias`)}
      </li>
      {said.steelman && <li>{t("steelman")}</li>}
    </ul>
  );
}

function Kind({ said }: { said: SaidPrompt }) {
  const t = useTranslations("prompt.said.kind");
  const { kind, positions, dimension, term } = said;
  const b = (words: React.ReactNode) => <b>{words}</b>;
  switch (kind) {
    case "open":
      return null;
    case "weigh":
    case "defend":
      return <li>{t(kind)}</li>;
    case "compare": {
      const [one, other] = positions;
      const on = dimension === null ? "plain" : "on";
      const whom = one && other ? "named" : "chosen";
      const values = { one: one ?? "", other: other ?? "", dimension: dimension ?? "", b };
      return <li>{t.rich(`compare.${whom}.${on}`, values)}</li>;
    }
    case "term": {
      if (!term) return <li>{t("anyTerm")}</li>;
      const { href } = term;
      const link = (words: React.ReactNode) => (href ? <Link href={href}>{words}</Link> : <b>{words}</b>);
      return <li>{t.rich("term", { term: term.name, link })}</li>;
    }
  }
}

/** What an answer owes, in a row. */
function useOwed(said: SaidPrompt): string {
  const t = useTranslations("prompt.said.owed");
  const { wordsMin, wordsMax, citationsMin, readingsMin, positionsMin, repliesMin, positions, kind } = said;
  const parts: string[] = [];
  if (wordsMin > 0 && wordsMax > 0) parts.push(t("wordsRange", { from: wordsMin, to: wordsMax }));
  else if (wordsMin > 0) parts.push(t("wordsMin", { count: wordsMin }));
  else if (wordsMax > 0) parts.push(t("wordsMax", { count: wordsMax }));
  if (citationsMin > 0) parts.push(t("citations", { count: citationsMin }));
  if (readingsMin > 0) parts.push(t("readings", { count: readingsMin }));
  if (positionsMin > positions.length) parts.push(t("positions", { count: positionsMin }));
  if (positions.length > 0 && kind !== "compare") parts.push(t("each", { names: positions.join(", ") }));
  if (repliesMin > 0) parts.push(t("replies", { count: repliesMin }));
  return parts.join("; ");
}
