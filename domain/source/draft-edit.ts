import type { DraftParagraph, SourceDraft } from "./draft";
import type { ParagraphKind } from "./imported";

/** One thing a person does to a draft. Ids of new rows are made by the caller. */
export type DraftEdit =
  | { type: "field"; field: "title" | "byline" | "origin" | "language"; value: string }
  | { type: "text"; id: string; text: string }
  | { type: "kind"; id: string; kind: ParagraphKind; level: number | null }
  | { type: "language"; id: string; language: string | null }
  | { type: "join"; id: string }
  | { type: "split"; id: string; at: number; newId: string }
  | { type: "set-aside"; id: string }
  | { type: "put-back"; id: string; afterId: string | null };

const NO_SPACE = /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]/u;

/** Two pieces as one running text: a space between them unless the script uses none. */
export function joinTexts(first: string, second: string): string {
  const [left, right] = [first.trimEnd(), second.trimStart()];
  if (left === "" || right === "") return left + right;
  const closed = NO_SPACE.test(left.slice(-1)) && NO_SPACE.test(right.slice(0, 1));
  return `${left}${closed ? "" : " "}${right}`;
}

const replaceRow = (draft: SourceDraft, id: string, change: (row: DraftParagraph) => DraftParagraph[]) => ({
  ...draft,
  paragraphs: draft.paragraphs.flatMap((row) => (row.id === id ? change(row) : [row])),
});

function join(draft: SourceDraft, id: string): SourceDraft {
  const index = draft.paragraphs.findIndex((row) => row.id === id);
  const [before, row] = [draft.paragraphs[index - 1], draft.paragraphs[index]];
  if (!before || !row) return draft;
  const lines = before.kind === "list" || before.kind === "table";
  const text = lines ? `${before.text}\n${row.text}` : joinTexts(before.text, row.text);
  const rest = { ...draft, paragraphs: draft.paragraphs.filter((other) => other.id !== id) };
  return replaceRow(rest, before.id, (kept) => [{ ...kept, text }]);
}

function split(draft: SourceDraft, id: string, at: number, newId: string): SourceDraft {
  return replaceRow(draft, id, (row) => {
    const [first, second] = [row.text.slice(0, at).trimEnd(), row.text.slice(at).trimStart()];
    if (first === "" || second === "") return [row];
    const kind = row.kind === "heading" ? "paragraph" : row.kind;
    return [
      { ...row, text: first },
      { ...row, id: newId, kind, level: null, text: second },
    ];
  });
}

function setAside(draft: SourceDraft, id: string): SourceDraft {
  const row = draft.paragraphs.find((candidate) => candidate.id === id);
  if (!row) return draft;
  return {
    ...draft,
    paragraphs: draft.paragraphs.filter((other) => other.id !== id),
    setAside:
      row.text.trim() === ""
        ? draft.setAside
        : [...draft.setAside, { id: row.id, text: row.text, reason: "by-hand" }],
  };
}

function putBack(draft: SourceDraft, id: string, afterId: string | null): SourceDraft {
  const piece = draft.setAside.find((candidate) => candidate.id === id);
  if (!piece) return draft;
  const after = draft.paragraphs.findIndex((row) => row.id === afterId);
  const at = after === -1 ? draft.paragraphs.length : after + 1;
  const row: DraftParagraph = { id, kind: "paragraph", level: null, text: piece.text, language: null };
  return {
    ...draft,
    paragraphs: draft.paragraphs.toSpliced(at, 0, row),
    setAside: draft.setAside.filter((other) => other.id !== id),
  };
}

/** The draft after one edit; the same object where the edit changes nothing. */
export function editDraft(draft: SourceDraft, edit: DraftEdit): SourceDraft {
  switch (edit.type) {
    case "field":
      return { ...draft, [edit.field]: edit.value };
    case "text":
      return replaceRow(draft, edit.id, (row) => [{ ...row, text: edit.text }]);
    case "kind":
      return replaceRow(draft, edit.id, (row) => [{ ...row, kind: edit.kind, level: edit.level }]);
    case "language":
      return replaceRow(draft, edit.id, (row) => [{ ...row, language: edit.language }]);
    case "join":
      return join(draft, edit.id);
    case "split":
      return split(draft, edit.id, edit.at, edit.newId);
    case "set-aside":
      return setAside(draft, edit.id);
    case "put-back":
      return putBack(draft, edit.id, edit.afterId);
  }
}

export interface History {
  past: readonly SourceDraft[];
  present: SourceDraft;
  future: readonly SourceDraft[];
  /** What the last edit touched: typing on in one place is undone in one step. */
  touched: string | null;
}

const MOST_STEPS = 200;

export const startHistory = (present: SourceDraft): History => ({
  past: [],
  present,
  future: [],
  touched: null,
});

const touches = (edit: DraftEdit) =>
  edit.type === "text" ? edit.id : edit.type === "field" ? edit.field : null;

export function step(history: History, edit: DraftEdit): History {
  const present = editDraft(history.present, edit);
  if (present === history.present) return history;
  const touched = touches(edit);
  const goesOn = touched !== null && touched === history.touched;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present, future: [], touched };
}

export function undo(history: History): History {
  const previous = history.past.at(-1);
  if (!previous) return history;
  return {
    past: history.past.slice(0, -1),
    present: previous,
    future: [history.present, ...history.future],
    touched: null,
  };
}

export function redo(history: History): History {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future, touched: null };
}
