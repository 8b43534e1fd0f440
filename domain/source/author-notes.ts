import type { Unit } from "./joining";
import { isName, spellName } from "./names";

interface AuthorNote {
  index: number;
  /** The name the note begins with, if it does. */
  name: string | null;
}

/** Notes on an author stand among the last units of a text. */
const LAST_UNITS = 14;
const VERB =
  /^((?:[\p{L}\p{M}.'’-]{1,30}\s){2,5}?)(?:is|was|has been|has|teaches|serves|writes|works|ist|war|lehrt|est|es)\s/u;
const ROLE =
  /\b(?:professor|editor|author|fellow|director|columnist|correspondent|researcher|lecturer|journalist|writer|reporter|historian|analyst|student|ambassador|minister|scholar|contributor|teaches|editor-in-chief|Journalist\w*|Professor\w*)\b/i;
const LABELLED =
  /^(?:about the (?:author|writer)|the (?:author|writer|contributor) (?:is|was|has|teaches)|作者(?:简介|系|是|为))/i;

/**
 * Notes that say who wrote the text. A note begins with the author's name and says what he or she is; where the
 * byline does not give that name, it must be one that the text itself does not speak of.
 */
export function findAuthorNotes(units: readonly Unit[], byline: string | null): AuthorNote[] {
  const from = Math.max(units.length > 1 ? 0 : 1, units.length - LAST_UNITS);
  const notes: AuthorNote[] = [];
  for (let index = from; index < units.length; index++) {
    const unit = units[index];
    if (!unit || unit.text.length > 600 || unit.kind === "heading" || unit.kind === "table") continue;
    if (LABELLED.test(unit.text)) {
      notes.push({ index, name: null });
      continue;
    }
    const name = VERB.exec(unit.text)?.[1]?.trim() ?? null;
    if (name === null || !isName(name)) continue;
    const signed = new Set(byline?.toLowerCase().split(/[\s,]+/));
    const known = name
      .toLowerCase()
      .split(" ")
      .every((word) => signed.has(word));
    const spoken = () => units.some((other, at) => at !== index && mentions(other, name));
    if (known || (ROLE.test(unit.text) && !spoken())) notes.push({ index, name: spellName(name) });
  }
  return notes;
}

function mentions(unit: Unit, name: string): boolean {
  const surname = name.split(" ").at(-1) ?? name;
  return unit.text.length > 80 && unit.text.toLowerCase().includes(surname.toLowerCase());
}
