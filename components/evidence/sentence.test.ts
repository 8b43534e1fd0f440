import { describe, expect, it } from "vitest";
import { sentenceAt, sentenceWith } from "./sentence";

const text = "The treaty was signed. Nobody asked the neighbours! Years passed.";
const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);

describe("the sentence of a passage", () => {
  it("is the one at the caret", () => {
    expect(words(sentenceAt(text, 0))).toBe("The treaty was signed.");
    expect(words(sentenceAt(text, 30))).toBe("Nobody asked the neighbours!");
    expect(words(sentenceAt(text, 999))).toBe("Years passed.");
    expect(sentenceAt("", 0)).toEqual({ start: 0, end: 0 });
  });

  it("is the one with the words it was found by, and the first otherwise", () => {
    expect(words(sentenceWith(text, "4 Neighbours"))).toBe("Nobody asked the neighbours!");
    expect(words(sentenceWith(text, "4 ¶9"))).toBe("The treaty was signed.");
  });

  it("is found in scripts without spaces", () => {
    const chinese = "安全不可分割。各国平等。";
    const found = sentenceWith(chinese, "平等");
    expect(chinese.slice(found.start, found.end)).toBe("各国平等。");
  });
});
