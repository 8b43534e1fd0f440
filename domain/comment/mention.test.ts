import { describe, expect, it } from "vitest";
import { findMentions } from "./mention";

const people = (...names: string[]) => names.map((name, at) => ({ key: `${at}`, name }));
const keys = (text: string, ...names: string[]) =>
  findMentions(text, people(...names))
    .map(({ key }) => key)
    .sort();

describe("who is named with @", () => {
  it("is found at any place, in any case, with the words as they were typed", () => {
    expect(findMentions("@ANA, what do you say?", people("Ana"))).toEqual([{ key: "0", words: "ANA" }]);
    expect(keys("I side with (@ana).", "Ana", "Bo")).toEqual(["0"]);
    expect(keys("@Bo\n@Ana", "Ana", "Bo")).toEqual(["0", "1"]);
  });

  it("is each named once, however often", () => {
    expect(keys("@Ana @ana @Ana", "Ana")).toEqual(["0"]);
  });

  it("is the one with the longer name, and the other where that stands as well", () => {
    expect(keys("@Ana Lima is right", "Ana", "Ana Lima")).toEqual(["1"]);
    expect(keys("@Ana Lima, and @Ana", "Ana", "Ana Lima")).toEqual(["0", "1"]);
    expect(keys("@Ana-Maria", "Ana", "Ana-Maria")).toEqual(["1"]);
  });

  it("is nobody whose name only begins a longer word", () => {
    expect(keys("@Anarchy is no order", "Ana")).toEqual([]);
    expect(keys("@Ana2", "Ana")).toEqual([]);
    expect(keys("@Anä", "Ana")).toEqual([]);
  });

  it("is nobody in an address of e-mail", () => {
    expect(keys("write to me@ana.example or i.am2@ana", "Ana")).toEqual([]);
    expect(keys("me@ana.example, @Ana", "Ana")).toEqual(["0"]);
  });

  it.each([
    ["请看@李明你说得对", "李明"],
    ["@李明", "李明"],
    ["それは@田中さんの意見", "田中"],
    ["@김철수는 다르게 말한다", "김철수"],
    ["ดู@สมชายสิ", "สมชาย"],
  ])("is found in a script without spaces: %s", (text, name) => {
    expect(keys(text, name)).toEqual(["0"]);
  });

  it("is found where small letters are longer than capital ones", () => {
    expect(keys("İyi dedin, @İbrahim", "İbrahim")).toEqual(["0"]);
    expect(keys("İ said @Ana", "Ana")).toEqual(["0"]);
  });

  it("may bear any letters of a pattern", () => {
    expect(keys("@Ana (she) $& [x]", "Ana (she)")).toEqual(["0"]);
    expect(keys("@a.b", "aXb")).toEqual([]);
  });

  it("is everybody of that name: which of them is meant cannot be told", () => {
    expect(keys("@Ana?", "Ana", "ana", "Bo")).toEqual(["0", "1"]);
  });

  it("is never somebody without a name, and at most thirty", () => {
    expect(keys("@ @", "", "")).toEqual([]);
    const crowd = Array.from({ length: 50 }, (_, at) => `P${at}x`);
    expect(findMentions(crowd.map((name) => `@${name}`).join(" "), people(...crowd))).toHaveLength(30);
  });

  it("is found once in the longest comment", () => {
    const crowd = Array.from({ length: 300 }, (_, at) => `Name ${at}`);
    expect(findMentions("@name 1 ".repeat(1_250), people(...crowd))).toHaveLength(1);
  });
});
