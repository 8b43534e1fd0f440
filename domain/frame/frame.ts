import { z } from "zod";
import { type Id, id } from "@/domain/id";
import { lineOfText, optionalText } from "@/domain/text";
import { version } from "@/domain/version";

/** The colours of `app/styles/tokens.css` that a position may have, in the order they are given out. */
export const palette = ["pos-1", "pos-2", "pos-3", "pos-4", "pos-5", "pos-6", "pos-7", "pos-8"] as const;
export type Colour = (typeof palette)[number];

export const MOST_POSITIONS = palette.length;
export const MOST_DIMENSIONS = 12;

/** In UTF-16 units. */
export const MOST_LETTERS = {
  name: 80,
  short: 24,
  line: 240,
  account: 20_000,
  sources: 8_000,
  question: 240,
} as const;

const optionalLine = (most: number) => optionalText(most).transform((text) => text.replace(/\s+/g, " "));

export const positionDraft = z.object({
  id,
  name: lineOfText(MOST_LETTERS.name),
  /** Typed in citations, `[[4 ¶9 Charter]]`: no brackets. */
  short: lineOfText(MOST_LETTERS.short).refine((short) => !/[[\]¶|]/.test(short), { message: "brackets" }),
  line: optionalLine(MOST_LETTERS.line),
  account: optionalText(MOST_LETTERS.account),
  sources: optionalText(MOST_LETTERS.sources),
  colour: z.enum(palette),
});
export type PositionDraft = z.infer<typeof positionDraft>;

export const dimensionDraft = z.object({
  id,
  name: lineOfText(MOST_LETTERS.name),
  question: optionalLine(MOST_LETTERS.question),
});
export type DimensionDraft = z.infer<typeof dimensionDraft>;

/** What stands in a frame, in its order. */
export interface FrameDraft {
  positions: PositionDraft[];
  dimensions: DimensionDraft[];
}

/** How two names are held against each other: without regard to case and accents, as where they are typed. */
export const nameKey = (name: string) =>
  name.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\s+/g, " ").trim().toLowerCase();

export type Twice = "same-name" | "same-short" | "same-id";
export interface Fault {
  of: "positions" | "dimensions";
  /** Place in the list. */
  at: number;
  field: "name" | "short" | "id";
  problem: Twice;
}

function twice<Item>(items: readonly Item[], key: (item: Item) => string): number[] {
  const seen = new Set<string>();
  return [...items.entries()].flatMap(([at, item]) => {
    const own = key(item);
    // An empty field is another fault.
    if (own === "") return [];
    if (seen.has(own)) return [at];
    seen.add(own);
    return [];
  });
}

/** What may not stand twice in a frame and does: each time the later one. */
export function faultsOf(frame: FrameDraft): Fault[] {
  const { positions, dimensions } = frame;
  const fault = (of: Fault["of"], field: Fault["field"], problem: Twice) => (at: number) => ({
    of,
    at,
    field,
    problem,
  });
  return [
    ...twice(positions, (item) => nameKey(item.name)).map(fault("positions", "name", "same-name")),
    ...twice(positions, (item) => nameKey(item.short)).map(fault("positions", "short", "same-short")),
    ...twice(dimensions, (item) => nameKey(item.name)).map(fault("dimensions", "name", "same-name")),
    ...twice(positions, (item) => item.id).map(fault("positions", "id", "same-id")),
    ...twice(dimensions, (item) => item.id).map(fault("dimensions", "id", "same-id")),
  ];
}

/** A whole frame as it is sent. */
export const frameDraft = z
  .object({
    positions: z.array(positionDraft).max(MOST_POSITIONS),
    dimensions: z.array(dimensionDraft).max(MOST_DIMENSIONS),
  })
  .superRefine((frame, context) => {
    for (const { of, at, field, problem } of faultsOf(frame)) {
      context.addIssue({ code: "custom", message: problem, path: [of, at, field] });
    }
  });

export const frameSave = z.object({ version, frame: frameDraft });
export type FrameSave = z.infer<typeof frameSave>;

/** A frame before its things have ids: of a template, or of another course. */
export interface FramePattern {
  positions: Omit<PositionDraft, "id">[];
  dimensions: Omit<DimensionDraft, "id">[];
}

/** The first colour that nothing has yet; when all are taken, they begin again. */
export function freeColour(taken: readonly string[]): Colour {
  const count = (colour: Colour) => taken.filter((each) => each === colour).length;
  return palette.reduce((best, colour) => (count(colour) < count(best) ? colour : best));
}

/**
 * A frame with what a pattern has beyond it: what goes by a name (or short name) that is there already is left out, and
 * so is what there is no room for. A colour that is taken is exchanged for a free one.
 */
export function addPattern(frame: FrameDraft, pattern: FramePattern, newId: () => Id): FrameDraft {
  const positions = [...frame.positions];
  for (const each of pattern.positions) {
    const isThere = positions.some(
      ({ name, short }) => nameKey(name) === nameKey(each.name) || nameKey(short) === nameKey(each.short),
    );
    if (isThere || positions.length >= MOST_POSITIONS) continue;
    const taken: string[] = positions.map(({ colour }) => colour);
    const colour = taken.includes(each.colour) ? freeColour(taken) : each.colour;
    positions.push({ ...each, id: newId(), colour });
  }
  const dimensions = [...frame.dimensions];
  for (const each of pattern.dimensions) {
    const isThere = dimensions.some(({ name }) => nameKey(name) === nameKey(each.name));
    if (!isThere && dimensions.length < MOST_DIMENSIONS) dimensions.push({ ...each, id: newId() });
  }
  return { positions, dimensions };
}

/** A frame as plain text, for where both versions are told. */
export const frameAsText = ({ positions, dimensions }: FrameDraft): string =>
  [
    ...positions.map(({ name, short, line }) => `${name} (${short})${line && `: ${line}`}`),
    "",
    ...dimensions.map(({ name, question }) => name + (question && `: ${question}`)),
  ]
    .join("\n")
    .trim();

/** What a new course's frame is made from. */
export const frameOrigin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("none") }),
  z.object({ kind: z.literal("template"), key: z.string().max(40) }),
  z.object({ kind: z.literal("copy"), courseId: id }),
]);
export type FrameOrigin = z.infer<typeof frameOrigin>;
