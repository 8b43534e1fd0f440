import { writtenCitations } from "@/prisma/seed/content/citations";
import type { Demo } from "@/prisma/seed/content/types";

/** Something that does not hold together, in words. */
export type Problem = string;

export function repeated(what: string, keys: string[]): Problem[] {
  const seen = new Set<string>();
  return keys.flatMap((key) => {
    if (seen.has(key)) return [`${what} ${key} occurs twice`];
    seen.add(key);
    return [];
  });
}

export function missing(where: string, known: Set<string>, keys: (string | null | undefined)[]): Problem[] {
  return keys.flatMap((key) =>
    key == null || known.has(key) ? [] : [`${where} names ${key}, which is not there`],
  );
}

export const keysOf = (items: { key: string }[]) => new Set(items.map((item) => item.key));

/** Looks up a block by its reading and its number (from 1). */
export function blockText(demo: Demo, reading: string, paragraph: number): string | undefined {
  return demo.readings.find((one) => one.key === reading)?.paragraphs[paragraph - 1]?.text;
}

export function citationProblems(demo: Demo, where: string, body: string): Problem[] {
  const dead = writtenCitations(body).filter(
    (one) => blockText(demo, one.reading, one.paragraph) === undefined,
  );
  const shorts = new Set(demo.frame.positions.map((position) => position.short));
  const open = body.split("[[").length - 1 - writtenCitations(body).length;
  return [
    ...missing(
      where,
      shorts,
      writtenCitations(body).map((one) => one.about),
    ),
    ...dead.map((one) => `${where} cites ${one.raw}, which is not there`),
    ...(open === 0 ? [] : [`${where} has a citation that cannot be read`]),
  ];
}

export function passageProblems(
  demo: Demo,
  where: string,
  passage: { reading: string; paragraph: number; quote?: string | null },
): Problem[] {
  const text = blockText(demo, passage.reading, passage.paragraph);
  if (text === undefined)
    return [`${where} points at ${passage.reading} ¶${passage.paragraph}, which is not there`];
  if (passage.quote && !text.includes(passage.quote))
    return [`${where} quotes words not in its passage: ${passage.quote}`];
  return [];
}
