import { describe, expect, test } from "vitest";
import { numberParagraphs, type SourceDraft, sourceDraft, tidyParagraph } from "./draft";
import { editDraft, joinTexts, redo, startHistory, step, undo } from "./draft-edit";

const uuid = (n: number) => `0190d1a0-0000-7000-8000-${String(n).padStart(12, "0")}`;
const row = (n: number, text: string, kind: SourceDraft["paragraphs"][number]["kind"] = "paragraph") => ({
  id: uuid(n),
  kind,
  level: kind === "heading" ? 2 : null,
  text,
  language: null,
});

const draft: SourceDraft = {
  title: "Ballast",
  byline: "",
  origin: "",
  language: "en",
  paragraphs: [row(1, "The box", "heading"), row(2, "One two three."), row(3, "Four five.")],
  setAside: [{ id: uuid(9), text: "74 BALLAST", reason: "running-head" }],
};
const texts = (result: SourceDraft) => result.paragraphs.map((paragraph) => paragraph.text);

test("headings and captions are not counted", () => {
  const kinds = ["heading", "paragraph", "caption", "quote", "list", "table", "footnote"] as const;
  expect(numberParagraphs(kinds.map((kind) => ({ kind }))).map((given) => given.number)).toEqual([
    null,
    1,
    null,
    2,
    3,
    4,
    5,
  ]);
});

test("a paragraph is one line, a table one line a row", () => {
  expect(tidyParagraph("  a\n b\t c\u0000 ", "paragraph")).toBe("a b c");
  expect(tidyParagraph(" a | b \r\n\n c | d ", "table")).toBe("a | b\nc | d");
});

test("a saved draft loses its empty rows and stray levels", () => {
  const saved = sourceDraft.parse({
    ...draft,
    paragraphs: [
      { ...row(1, " \n "), level: null },
      { ...row(2, "text"), level: 3 },
    ],
  });
  expect(saved.paragraphs).toEqual([row(2, "text")]);
});

describe("an edit", () => {
  test("joins with the row before, without a space where the script has none", () => {
    expect(texts(editDraft(draft, { type: "join", id: uuid(3) }))).toEqual([
      "The box",
      "One two three. Four five.",
    ]);
    expect(joinTexts("共同", "安全")).toBe("共同安全");
    expect(editDraft(draft, { type: "join", id: uuid(1) })).toBe(draft);
  });

  test("splits at the caret and leaves no empty row", () => {
    const split = editDraft(draft, { type: "split", id: uuid(2), at: 4, newId: uuid(4) });
    expect(texts(split)).toEqual(["The box", "One", "two three.", "Four five."]);
    const nothing = editDraft(draft, { type: "split", id: uuid(2), at: 0, newId: uuid(4) });
    expect(texts(nothing)).toEqual(texts(draft));
  });

  test("sets aside and puts back where it is wanted", () => {
    const aside = editDraft(draft, { type: "set-aside", id: uuid(2) });
    expect(aside.setAside.at(-1)).toEqual({ id: uuid(2), text: "One two three.", reason: "by-hand" });
    const back = editDraft(aside, { type: "put-back", id: uuid(2), afterId: uuid(1) });
    expect(texts(back)).toEqual(texts(draft));
    expect(back.setAside).toEqual(draft.setAside);
  });
});

test("typing on in one row is undone in one step, and redone", () => {
  let history = startHistory(draft);
  history = step(history, { type: "text", id: uuid(2), text: "O" });
  history = step(history, { type: "text", id: uuid(2), text: "On" });
  history = step(history, { type: "join", id: uuid(3) });
  history = undo(history);
  expect(texts(history.present)[1]).toBe("On");
  history = undo(history);
  expect(history.present).toBe(draft);
  expect(texts(redo(history).present)[1]).toBe("On");
});
