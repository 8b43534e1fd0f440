import { describe, expect, it } from "vitest";
import { draftOf, readKept, together, toSend, troubleIn } from "./term-draft";

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const en = (words: string) => ({ language: "en", words });

describe("a term being written", () => {
  it("is found by its name where no words are given", () => {
    const draft = { ...draftOf(null, "en"), name: "bloc politics" };
    expect(toSend(id, draft).forms).toEqual([en("bloc politics")]);
    expect(toSend(id, { ...draft, forms: [en(" "), en("bloc*")] }).forms).toEqual([en("bloc*")]);
    expect(troubleIn(toSend(id, draft))).toBeNull();
  });

  it("says what cannot be sent", () => {
    expect(troubleIn(toSend(id, draftOf(null, "en")))).toMatchObject({ field: "name" });
    const draft = { ...draftOf(null, "en"), name: "x", forms: [en("a")] };
    expect(troubleIn(toSend(id, draft))).toEqual({ field: "forms.0.words", problem: "too-short" });
  });

  it("is put together with what somebody else saved", () => {
    const mine = { version: 1, name: "Bloc", gloss: "", forms: [en("bloc"), en("camp")] };
    const theirs = { version: 2, name: "Blocs", gloss: "Why", forms: [en("Bloc"), en("axis")] };
    expect(together(mine, theirs)).toEqual({
      version: 2,
      name: "Bloc",
      gloss: "Why",
      forms: [en("bloc"), en("camp"), en("axis")],
    });
  });

  it("comes back from the device", () => {
    const draft = draftOf(null, "ru");
    expect(readKept(JSON.stringify(draft))).toEqual(draft);
    expect(["", "[]", '{"name":1}'].map(readKept)).toEqual([null, null, null]);
  });
});
