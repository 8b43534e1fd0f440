import { alignParagraphs, type Text } from "./align";
import { CONTEXT, Finder } from "./finder";
import { mapOf } from "./offsets";

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

/** Of a passage's words so many have to be left, or it is lost. */
const KEPT = 0.4;

const lost: Carried = { state: "lost" };

/** A passage's new place by what became of its paragraph's words. */
function through(
  map: Int32Array,
  start: number,
  end: number,
): { start: number; end: number; kept: number } | null {
  let first = -1;
  let last = -1;
  let kept = 0;
  for (let at = start; at < end; at++) {
    const unit = map[at] ?? -1;
    if (unit < 0) continue;
    if (first < 0) first = unit;
    last = unit;
    kept++;
  }
  return first < 0 ? null : { start: first, end: last + 1, kept: kept / (end - start) };
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
  const finder = new Finder(after);
  const maps = new Map<string, Int32Array>();
  const mapFor = (id: string, from: string, to: string) => {
    const map = maps.get(id) ?? mapOf(from, to);
    maps.set(id, map);
    return map;
  };

  const elsewhere = (text: string, start: number, end: number): Carried => {
    const before = text.slice(Math.max(0, start - CONTEXT), start);
    const places = finder.places(text.slice(start, end), before, text.slice(end, end + CONTEXT));
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
      const into = text.length >= CONTEXT ? finder.holding(text) : undefined;
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
