import type { Unit } from "./joining";

/** A block of advertising is at most this many units long. */
const LONGEST_RUN = 8;
const CONTACT =
  /(?:https?:\/\/|www\.|\b[\w-]{2,40}\.(?:com|net|org|de|co\.uk|eu)\b|[®™]|\+?\d[\d\s()/-]{8,20}\d)/;
const ADDRESS_TO_READER =
  /\b(?:you|your|we|our|us|wir|unser\w{0,2}|Ihr\w{0,2}|Sie|nous|vous|votre)\b|[您我]们?/iu;

/**
 * Advertisements, as the set of indexes of their units: a name alone on a line, that the text nowhere else speaks of,
 * then a few units that repeat the name, address the reader and give an address or a trade mark.
 */
export function findAdverts(units: readonly Unit[]): Set<number> {
  const found = new Set<number>();
  const names = units.flatMap((unit, index) => (isName(unit) ? [{ index, name: unit.text.trim() }] : []));
  // An advertiser's name is rare; where names are many they are a list, and looking each up would be slow.
  for (const { index, name } of names.slice(0, 40)) {
    if (found.has(index)) continue;
    const end = runEnd(units, index, name);
    if (end === null) continue;
    const elsewhere = units.some((unit, at) => (at < index || at >= end) && mentions(unit.text, name));
    if (!elsewhere) for (let at = index; at < end; at++) found.add(at);
  }
  return found;
}

function isName(unit: Unit): boolean {
  const text = unit.text.trim();
  if (unit.kind !== "text" && unit.kind !== "heading") return false;
  return (
    text.length >= 2 &&
    text.length <= 40 &&
    text.split(/\s+/).length <= 4 &&
    /^\p{Lu}|^\p{Script=Han}/u.test(text) &&
    !/[.!?:,;。！？：，]$/.test(text)
  );
}

function runEnd(units: readonly Unit[], start: number, name: string): number | null {
  let end: number | null = null;
  let contact = false;
  let addressed = false;
  let mentioned = 0;
  for (let at = start + 1; at < Math.min(units.length, start + LONGEST_RUN); at++) {
    const unit = units[at];
    if (!unit || unit.text.length > 1500) break;
    const named = mentions(unit.text, name);
    const contacted = CONTACT.test(unit.text);
    if (!named && !contacted && unit.text.length > 160) break;
    contact ||= contacted;
    addressed ||= ADDRESS_TO_READER.test(unit.text);
    if (named) mentioned++;
    if (named || contacted) end = at + 1;
  }
  return contact && addressed && mentioned > 0 ? end : null;
}

function mentions(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}
