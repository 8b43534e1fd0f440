import { z } from "zod";
import type { Choices } from "@/domain/frame/combine";
import { combine } from "@/domain/frame/combine";
import {
  type DimensionDraft,
  type FrameDraft,
  faultsOf,
  frameDraft,
  freeColour,
  MOST_DIMENSIONS,
  MOST_POSITIONS,
  type PositionDraft,
  palette,
} from "@/domain/frame/frame";

/** A frame at a number of saves. */
export interface Saved extends FrameDraft {
  version: number;
}

export interface EditorState {
  /** What the server held when the edit began. */
  base: Saved;
  draft: FrameDraft;
  /** What somebody else has saved meanwhile, until it is decided what stays. */
  theirs: Saved | null;
}

type Kind = "positions" | "dimensions";

export type EditorAction =
  | { type: "position"; id: string; change: Partial<PositionDraft> }
  | { type: "dimension"; id: string; change: Partial<DimensionDraft> }
  | { type: "add"; of: Kind; id: string }
  | { type: "remove"; of: Kind; id: string }
  | { type: "put-back"; of: Kind; item: PositionDraft | DimensionDraft }
  | { type: "move"; of: Kind; id: string; by: -1 | 1 }
  | { type: "fill"; frame: FrameDraft }
  | { type: "begin"; saved: Saved }
  | { type: "brought-back"; kept: Kept; now: Saved }
  | { type: "theirs"; saved: Saved }
  /** The server took what stood here a moment ago; what was typed since is on top of it. */
  | { type: "saved"; saved: Saved }
  | { type: "combine"; choices: Choices; order: "mine" | "theirs" };

export const frameOfPage = ({ positions, dimensions }: FrameDraft): FrameDraft => ({ positions, dimensions });

export const begin = (saved: Saved): EditorState => ({
  base: saved,
  draft: frameOfPage(saved),
  theirs: null,
});

function moved<Item extends { id: string }>(items: readonly Item[], id: string, by: -1 | 1): Item[] {
  const at = items.findIndex((item) => item.id === id);
  const [item, other] = [items[at], items[at + by]];
  if (!item || !other) return [...items];
  return items.with(at, other).with(at + by, item);
}

const changed = <Item extends { id: string }>(items: readonly Item[], id: string, change: Partial<Item>) =>
  items.map((item) => (item.id === id ? { ...item, ...change } : item));

function added(draft: FrameDraft, of: Kind, id: string): FrameDraft {
  if (of === "dimensions") {
    if (draft.dimensions.length >= MOST_DIMENSIONS) return draft;
    return { ...draft, dimensions: [...draft.dimensions, { id, name: "", question: "" }] };
  }
  if (draft.positions.length >= MOST_POSITIONS) return draft;
  const colour = freeColour(draft.positions.map((position) => position.colour));
  const position = { id, name: "", short: "", line: "", account: "", sources: "", colour };
  return { ...draft, positions: [...draft.positions, position] };
}

function edited(draft: FrameDraft, action: EditorAction): FrameDraft {
  switch (action.type) {
    case "position":
      return { ...draft, positions: changed(draft.positions, action.id, action.change) };
    case "dimension":
      return { ...draft, dimensions: changed(draft.dimensions, action.id, action.change) };
    case "add":
      return added(draft, action.of, action.id);
    case "remove": {
      const stays = ({ id }: { id: string }) => id !== action.id;
      return action.of === "positions"
        ? { ...draft, positions: draft.positions.filter(stays) }
        : { ...draft, dimensions: draft.dimensions.filter(stays) };
    }
    case "put-back":
      return "colour" in action.item
        ? { ...draft, positions: [...draft.positions, action.item] }
        : { ...draft, dimensions: [...draft.dimensions, action.item] };
    case "move":
      return action.of === "positions"
        ? { ...draft, positions: moved(draft.positions, action.id, action.by) }
        : { ...draft, dimensions: moved(draft.dimensions, action.id, action.by) };
    case "fill":
      return action.frame;
    default:
      return draft;
  }
}

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case "begin":
      return begin(action.saved);
    case "brought-back": {
      const { kept, now } = action;
      return { base: kept.base, draft: kept.draft, theirs: kept.base.version === now.version ? null : now };
    }
    case "theirs":
      return { ...state, theirs: action.saved };
    case "saved":
      return { ...state, base: action.saved };
    case "combine": {
      if (!state.theirs) return state;
      const frames = { base: state.base, mine: state.draft, theirs: state.theirs };
      return {
        base: state.theirs,
        draft: combine(frames, action.choices, action.order),
        theirs: null,
      };
    }
    default:
      return { ...state, draft: edited(state.draft, action) };
  }
}

const asText = ({ positions, dimensions }: FrameDraft) =>
  JSON.stringify([
    positions.map(({ id, name, short, line, account, sources, colour }) => {
      return [id, name, short, line, account, sources, colour];
    }),
    dimensions.map(({ id, name, question }) => [id, name, question]),
  ]);

export const isDirty = ({ base, draft }: EditorState) => asText(base) !== asText(draft);

/** What is wrong with a draft, by the place of the field: "positions.0.name". */
export function troubles(draft: FrameDraft): Map<string, string> {
  const parsed = frameDraft.safeParse(draft);
  const found = new Map<string, string>();
  for (const issue of parsed.error?.issues ?? []) {
    const at = issue.path.join(".");
    if (!found.has(at)) found.set(at, issue.code === "custom" ? issue.message : issue.code);
  }
  // Said also while another field is still empty.
  for (const { of, at, field, problem } of faultsOf(draft)) found.set(`${of}.${at}.${field}`, problem);
  return found;
}

const text = z.string();
const anyPosition = z.object({
  id: text,
  name: text,
  short: text,
  line: text,
  account: text,
  sources: text,
  colour: z.enum(palette),
});
const anyFrame = z.object({
  positions: z.array(anyPosition),
  dimensions: z.array(z.object({ id: text, name: text, question: text })),
});
const kept = z.object({ base: anyFrame.extend({ version: z.number() }), draft: anyFrame });
export type Kept = z.infer<typeof kept>;

export const keep = ({ base, draft }: EditorState): string =>
  JSON.stringify({ base: { version: base.version, ...frameOfPage(base) }, draft });

/** What was kept on the device; null for what is cut short, or of an older version of the product. */
export function readKept(words: string): Kept | null {
  try {
    return kept.parse(JSON.parse(words));
  } catch {
    return null;
  }
}
