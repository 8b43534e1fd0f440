import { describe, expect, it } from "vitest";
import { collectSpellings, mendHyphen, mendInside } from "./hyphens";

const mend = (before: string, after: string, text = "") =>
  before.replace(/-$/, "") + (mendHyphen(before, after, collectSpellings([text]))?.separator ?? "?") + after;

describe("mendHyphen", () => {
  it.each([
    ["bind-", "ing", "binding"],
    ["govern-", "ment", "government"],
    ["self-", "ruled", "self-ruled"],
    ["long-", "term", "long-term"],
    ["short-", "ly", "shortly"],
    ["Anglo-", "Irish", "Anglo-Irish"],
    ["Covid-", "19", "Covid-19"],
    ["editor-in-", "chief", "editor-in-chief"],
    ["short-", "and", "short- and"],
  ])("%s + %s is %s", (before, after, whole) => expect(mend(before, after)).toBe(whole));

  it("follows the rest of the text before any list", () => {
    expect(mend("co-", "operate", "They cooperate.")).toBe("cooperate");
    expect(mend("benefactor-", "beneficiary", "benefactor-beneficiary ties")).toBe("benefactor-beneficiary");
    expect(mend("long-", "hand", "longhand")).toBe("longhand");
  });

  it("says when it guessed", () => {
    expect(mendHyphen("bind-", "ing", collectSpellings([]))?.guessed).toBe(true);
    expect(mendHyphen("bind-", "ing", collectSpellings(["binding"]))?.guessed).toBe(false);
  });

  it("leaves out the halves at line ends when it collects", () => {
    expect([...collectSpellings(["a bind-", "ing word"]).counts.keys()]).toEqual(["a", "word"]);
  });
});

describe("mendInside", () => {
  it("mends a split word inside a line only where the text writes it elsewhere", () => {
    const spellings = collectSpellings(["a binding promise"]);
    expect(mendInside("a bind- ing promise, pre- and post-war", spellings)).toBe(
      "a binding promise, pre- and post-war",
    );
    expect(mendInside("a lis- ting", spellings)).toBe("a lis- ting");
  });
});
