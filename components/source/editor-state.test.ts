import { expect, test } from "vitest";
import { type EditorState, editorReducer, type ServerSource, startEditor } from "./editor-state";
import { warningsFromAddress, warningsInAddress } from "./import-warnings";

const server = (title: string, revision: number): ServerSource => ({
  title,
  byline: "",
  origin: "",
  language: "en",
  paragraphs: [],
  setAside: [],
  revision,
});
const retitle = (state: EditorState, value: string) =>
  editorReducer(state, { type: "edit", edit: { type: "field", field: "title", value }, caret: null });

test("what is typed while a save travels stays unsaved", () => {
  const typed = retitle(startEditor(server("One", 1)), "Two");
  const sent = typed.history.present;
  const later = retitle(typed, "Three");
  const saved = editorReducer(later, { type: "saved", sent, source: server("Two", 2) });
  expect(saved.history.present.title).toBe("Three");
  expect(saved.revision).toBe(2);
  expect(saved.history.present).not.toBe(saved.base);

  const still = editorReducer(typed, { type: "saved", sent, source: server("Two", 2) });
  expect(still.history.present).toBe(still.base);
});

test("taking somebody else's version can be undone", () => {
  const mine = retitle(startEditor(server("One", 1)), "Mine");
  const taken = editorReducer(mine, { type: "taken", source: server("Theirs", 2) });
  expect(taken.history.present.title).toBe("Theirs");
  const back = editorReducer(taken, { type: "undo" });
  expect(back.history.present.title).toBe("Mine");
  expect(back.revision).toBe(2);
});

test("warnings travel in an address, and nothing else does", () => {
  const address = warningsInAddress([{ code: "encoding-guessed" }, { code: "hyphens-guessed", count: 12 }]);
  expect(address).toBe("?warn=encoding-guessed.1,hyphens-guessed.12");
  expect(warningsFromAddress(address.slice(6))).toEqual([
    { code: "encoding-guessed", count: 1 },
    { code: "hyphens-guessed", count: 12 },
  ]);
  expect(warningsFromAddress("<b>x</b>,no-title")).toEqual([{ code: "no-title", count: 1 }]);
  expect(warningsInAddress([])).toBe("");
});
