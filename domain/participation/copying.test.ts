import { describe, expect, it } from "vitest";
import type { ParticipationResult } from "./result";
import { plainWords } from "./same-words";
import { logOf, scoreOf, setup, words } from "./testing/log";

const leftOut = (result: ParticipationResult) => result.notCounted.map(({ id, because }) => [id, because]);
const said = "Nobody was asked whether the words of a speech bind anybody at all.";

/** Ada says what Li Ming had said, in some disguise. */
const copiedAs = (body: string) => scoreOf(logOf({ authorId: "liming", body: said }, { body }));

describe("a copy in disguise is a copy", () => {
  it.each([
    ["in other case, with other spaces and marks", said.toUpperCase().replaceAll(" ", "\n  — ")],
    ["with what is not seen between letters", said.replaceAll("o", "o\u200b\u00ad")],
    ["with what only chooses a way to draw", said.replaceAll("s", "s\ufe0f\u034f")],
    ["in brackets that no reader takes for a citation", `[[${said}]]`],
    ["with bold in the middle of its words", said.replaceAll("or", "**or**").replaceAll("ea", "\\e_a_")],
    ["with entities for nothing", said.replaceAll("e", "&shy;e&#8203;")],
    ["beside an address that nobody sees", `${said} [.](https://x.test/${words(1).replaceAll(" ", "/")})`],
    ["above an address that nobody sees", `${said}\n\n[a]: https://x.test/${words(1).replaceAll(" ", "/")}`],
    [
      "in letters that only look wide",
      said.replace(/[a-z]/g, (a) => String.fromCharCode(a.charCodeAt(0) + 0xfee0)),
    ],
  ])("%s", (_how, body) => {
    expect(leftOut(copiedAs(body))).toEqual([["c2", "copied"]]);
  });

  it("while whoever says as much of their own is counted", () => {
    expect(leftOut(copiedAs(`${said} ${words(1)}`))).toEqual([]);
  });

  it("and words of any script stay words", () => {
    expect(plainWords("می‌خواهم [[1 ¶2]] naïve co-op")).toEqual(["میخواهم", "naïve", "co", "op"]);
  });
});

describe("the text itself", () => {
  const paragraphs = [1, 2, 3].map((n) => ({ id: `p${n}`, text: words(n) }));
  const quoting = (body: string) => scoreOf({ ...logOf({ body }), paragraphs });

  it("is no comment where it is put together from several paragraphs, in any order", () => {
    for (const body of [
      `${words(1)} ${words(2)}`,
      `${words(3)}\n\n> ${words(1)}`,
      `${words(1)} … ${words(1)}`,
    ]) {
      expect(leftOut(quoting(body))).toEqual([["c1", "quoted"]]);
    }
  });

  it("leaves a comment that says as much of its own", () => {
    expect(leftOut(quoting(`${words(1)} ${words(2)} ${words(8)}`))).toEqual([]);
  });

  it("is quoted by few words only where they are a whole paragraph", () => {
    const few = { policy: { ...setup.policy, minWords: 0 } };
    const log = {
      ...logOf({ body: "Peace, now!" }, { body: "Peace" }),
      paragraphs: [{ id: "p", text: "Peace now" }],
    };
    expect(leftOut(scoreOf(log, few))).toEqual([["c1", "quoted"]]);
  });
});
