import { describe, expect, it } from "vitest";
import {
  begin,
  type EditorState,
  editorReducer,
  isDirty,
  keep,
  readKept,
  type Saved,
  troubles,
} from "./frame-draft";

const id = (at: number) => `01890a5d-ac96-774b-bcce-${String(at).padStart(12, "0")}`;
const position = (at: number, name: string): Saved["positions"][number] => ({
  id: id(at),
  name,
  short: name,
  line: "",
  account: "",
  sources: "",
  colour: "pos-1",
});
const saved: Saved = {
  version: 3,
  positions: [position(1, "One"), position(2, "Two")],
  dimensions: [{ id: id(9), name: "Force", question: "" }],
};
const names = ({ draft }: EditorState) => draft.positions.map(({ name }) => name);

describe("the frame being edited", () => {
  it("is as it was until something changes, and again when that is undone", () => {
    const start = begin(saved);
    expect(isDirty(start)).toBe(false);
    const changed = editorReducer(start, { type: "position", id: id(1), change: { name: "Won" } });
    expect([isDirty(changed), names(changed)]).toEqual([true, ["Won", "Two"]]);
    expect(isDirty(editorReducer(changed, { type: "position", id: id(1), change: { name: "One" } }))).toBe(
      false,
    );
  });

  it("adds with a colour that is free, orders, takes out and puts back", () => {
    const added = editorReducer(begin(saved), { type: "add", of: "positions", id: id(3) });
    expect(added.draft.positions.at(-1)).toMatchObject({ name: "", colour: "pos-2" });
    const moved = editorReducer(begin(saved), { type: "move", of: "positions", id: id(2), by: -1 });
    expect(names(moved)).toEqual(["Two", "One"]);
    expect(names(editorReducer(moved, { type: "move", of: "positions", id: id(2), by: -1 }))).toEqual([
      "Two",
      "One",
    ]);
    const out = editorReducer(moved, { type: "remove", of: "positions", id: id(2) });
    expect(names(out)).toEqual(["One"]);
    const back = editorReducer(out, { type: "put-back", of: "positions", item: position(2, "Two") });
    expect(names(back)).toEqual(["One", "Two"]);
  });

  it("says what cannot be saved, and where", () => {
    const [one] = saved.positions;
    const draft = { ...saved, positions: [...saved.positions, { ...position(4, "ONE"), short: "" }] };
    expect(one && [...troubles(draft).keys()].sort()).toEqual(["positions.2.name", "positions.2.short"]);
    expect(troubles(draft).get("positions.2.name")).toBe("same-name");
    expect(troubles(saved).size).toBe(0);
  });

  it("comes back from the device with what somebody saved meanwhile beside it", () => {
    const mine = editorReducer(begin(saved), { type: "position", id: id(1), change: { name: "Mine" } });
    const kept = readKept(keep(mine));
    if (!kept) throw new Error("it was not kept");
    const same = editorReducer(begin(saved), { type: "brought-back", kept, now: saved });
    expect([names(same), same.theirs]).toEqual([["Mine", "Two"], null]);
    const now: Saved = { ...saved, version: 4, positions: [position(1, "One"), position(2, "Theirs")] };
    const newer = editorReducer(begin(now), { type: "brought-back", kept, now });
    expect(newer.theirs).toEqual(now);
    const both = editorReducer(newer, { type: "combine", choices: new Map(), order: "mine" });
    expect([names(both), both.base.version, both.theirs]).toEqual([["Mine", "Theirs"], 4, null]);
  });

  it("keeps what was typed while it was being saved", () => {
    const mine = editorReducer(begin(saved), { type: "position", id: id(1), change: { name: "Mine" } });
    const more = editorReducer(mine, { type: "position", id: id(2), change: { name: "More" } });
    const after = editorReducer(more, { type: "saved", saved: { version: 4, ...mine.draft } });
    expect([names(after), after.base.version, isDirty(after)]).toEqual([["Mine", "More"], 4, true]);
  });

  it("knows what is no frame", () => {
    expect(["", "{", "{}", '{"base":{},"draft":{}}'].map(readKept)).toEqual([null, null, null, null]);
  });
});
