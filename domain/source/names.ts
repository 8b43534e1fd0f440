import { isDateLine } from "./dates";

const PARTICLES = new Set(
  "von van de der den del della di da du la le bin ibn al el ter zu zur dos das y e and und et".split(" "),
);
const NAME_WORD = /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|\p{Lu}\.)$/u;
const BYLINE =
  /^(?:(?:written |story |text |report )?by|von|par|por|di|door|words|author(?:s|\(s\))?|written by|autor(?:in)?)\s*(?:[:：]\s*|\s)(.{2,120})$/i;
const CHINESE_BYLINE = /^(?:文|作者|撰文|记者|本报记者|编译)\s*(?:[:：／/|]|\s)\s*(.{2,40})$/u;

/** The name or names in a byline, without its "by"; null where the line is none. */
export function readByline(text: string): string | null {
  const chinese = CHINESE_BYLINE.exec(text)?.[1];
  if (chinese) return chinese.trim();
  const found = BYLINE.exec(text)?.[1]?.trim();
  if (found === undefined) return null;
  const names = found.split(/\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b)\s*/i).filter((part) => part !== "");
  return names.length > 0 && names.length <= 8 && names.every((name) => isName(name, 1))
    ? spellName(found)
    : null;
}

/** "By Jane Doe, 3 March 2021" carries two facts on one line; null where it does not. */
export function readDatedByline(text: string): { byline: string; date: string } | null {
  for (const separator of [" | ", " · ", " • ", " – ", " — ", ", ", " on "]) {
    const at = text.indexOf(separator);
    const date = text.slice(at + separator.length).trim();
    const byline = at > 0 && isDateLine(date) ? readByline(text.slice(0, at)) : null;
    if (byline !== null) return { byline, date };
  }
  return null;
}

/** Whether all words are written as names are: capitals first, particles apart. */
export function isName(text: string, least = 2): boolean {
  const words = text.trim().split(/\s+/);
  if (words.length < least || words.length > 6) return false;
  return words.every((word) => NAME_WORD.test(word) || PARTICLES.has(word)) && NAME_WORD.test(words[0] ?? "");
}

/** "THEO VAN DER BERG" as "Theo van der Berg"; a name not in capitals stays as it is. */
export function spellName(text: string): string {
  if (text !== text.toUpperCase() || !/\p{Lu}{2}/u.test(text)) return text;
  return text
    .split(" ")
    .map((word, index) => {
      const lower = word.toLowerCase();
      if (index > 0 && PARTICLES.has(lower.replace(/,$/, ""))) return lower;
      return lower.replace(/(?:^|[-'’.])\p{L}/gu, (start) => start.toUpperCase());
    })
    .join(" ");
}
