import { describe, expect, it } from "vitest";
import { markLines, wrapSelection } from "./markdown-edit";

describe("text tools", () => {
  it("wrap what is selected, and unwrap it again", () => {
    const wrapped = wrapSelection("say it twice", 4, 6, "**");
    expect(wrapped).toEqual({ text: "say **it** twice", start: 6, end: 8 });
    expect(wrapSelection(wrapped.text, wrapped.start, wrapped.end, "**")).toEqual({
      text: "say it twice",
      start: 4,
      end: 6,
    });
  });

  it("mark every line that is selected", () => {
    expect(markLines("one\ntwo\nthree", 2, 6, "> ").text).toBe("> one\n> two\nthree");
  });
});
