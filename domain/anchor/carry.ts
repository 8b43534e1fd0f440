import { differenceOf } from "@/domain/comment/difference";
import { alignParagraphs, type Text } from "./align";

/** What stands somewhere in the earlier version: on a passage, or (without offsets) on the whole paragraph. */
export interface Standing {
  paragraphId: string;
  /** UTF-16 units within the paragraph; null for the whole of it. */
  start: number | null;
  end: number | null;
}

/** Where it stands in the later version. */
export type Carried =
  /** The same words, in the paragraph that they belong to. */
  | { state: "sound"; paragraphId: string; start: number | null; end: number | null }
  /** The likeliest place, whose words somebody has to look at. */
  | { state: "changed"; paragraphId: string; start: number | null; end: number | null }
  /** Nowhere: it goes on naming the earlier version. */
  | { state: "lost" };

/** How much around a passage has to agree before another place with its words is taken for its own. */
const CONTEXT = 24;

/** Of a passage's words so many have to be left, or it is lost. */
const KEPT = 0.4;

const lost: Carried = { state: "lost" };

interface Place {
  paragraphId: string;
  start: number;
  end: number;
}

/** Old offset → new offset for every unit of the earlier text that is still there; -1 where it is gone. */
function mapOf(earlier: string, later: string): Int32Array {
  const map = new Int32Array(earlier.length).fill(-1);
  let from = 0;
  let to = 0;
  for (const { kind, text } of differenceOf(earlier, later)) {
    if (kind === "same") for (let unit = 0; unit < text.length; unit++) map[from + unit] = to + unit;
    if (kind !== "added") from += text.length;
    if (kind !== "removed") to += text.length;
  }
  return map;
}

/** A passage's new place by what became of its paragraph's words. */
function through(
  map: Int32Array,
  start: number,
  end: number,
): { start: number; end: number; kept: number } | null {
  const units = [...map.subarray(start, end)].filter((unit) => unit >= 0);
  const [first] = units;
  const last = units.at(-1);
  if (first === undefined || last === undefined) return null;
  return { start: first, end: last + 1, kept: units.length / (end - start) };
}

/** The places where a passage's words stand again, with enough of what stood before or behind them. */
function found(quote: string, before: string, behind: string, after: readonly Text[]): Place[] {
  const places: Place[] = [];
  for (const { id, text } of after) {
    for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
      const end = at + quote.length;
      const agrees =
        (before.length >= CONTEXT && text.slice(0, at).endsWith(before)) ||
        (behind.length >= CONTEXT && text.slice(end).startsWith(behind));
      if (agrees) places.push({ paragraphId: id, start: at, end });
    }
  }
  return places;
}

/**
 * Carries what stands in one version of a text over to the next. `sound` is said only where the same words stand in
 * the paragraph that the earlier one became, or where they stand once with the same words around them; everything
 * else is marked, so that nothing stands in a wrong paragraph unmarked.
 * @returns a function from an old place to its new one
 */
export function carrier(before: readonly Text[], after: readonly Text[]): (standing: Standing) => Carried {
  const pairs = alignParagraphs(before, after);
  const earlier = new Map(before.map(({ id, text }) => [id, text]));
  const later = new Map(after.map(({ id, text }) => [id, text]));
  const maps = new Map<string, Int32Array>();
  const mapFor = (id: string, from: string, to: string) => {
    const map = maps.get(id) ?? mapOf(from, to);
    maps.set(id, map);
    return map;
  };

  const elsewhere = (text: string, start: number, end: number): Carried => {
    const quote = text.slice(start, end);
    const places = found(
      quote,
      text.slice(Math.max(0, start - CONTEXT), start),
      text.slice(end, end + CONTEXT),
      after,
    );
    const [place] = places;
    return place && places.length === 1 ? { state: "sound", ...place } : lost;
  };

  return ({ paragraphId, start, end }) => {
    const text = earlier.get(paragraphId);
    if (text === undefined) return lost;
    const pair = pairs.get(paragraphId);
    const now = pair && later.get(pair.id);
    if (pair && now === text) return { state: "sound", paragraphId: pair.id, start, end };
    if (start === null || end === null) {
      if (pair) return { state: "changed", paragraphId: pair.id, start: null, end: null };
      // Two paragraphs made one: what stood on the first of them stands on both.
      const into = after.find((each) => text.length >= CONTEXT && each.text.includes(text));
      return into ? { state: "changed", paragraphId: into.id, start: null, end: null } : lost;
    }
    if (!pair || now === undefined) return elsewhere(text, start, end);
    const mapped = through(mapFor(paragraphId, text, now), start, end);
    if (mapped && now.slice(mapped.start, mapped.end) === text.slice(start, end)) {
      return { state: "sound", paragraphId: pair.id, start: mapped.start, end: mapped.end };
    }
    const moved = elsewhere(text, start, end);
    if (moved.state === "sound") return moved;
    if (mapped && mapped.kept >= KEPT) {
      return { state: "changed", paragraphId: pair.id, start: mapped.start, end: mapped.end };
    }
    return lost;
  };
}
