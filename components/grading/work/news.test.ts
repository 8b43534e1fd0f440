import { expect, it } from "vitest";
import type { Gloss } from "@/components/grading/grading-types";
import { amountOf, newsIn, type Work } from "./news";

const said = (id: string, body = "words") => ({ id, author: "Ada", body, citations: [], at: new Date(0) });
const gloss = (id: string, body?: string, replies = [] as ReturnType<typeof said>[]): Gloss => ({
  ...said(id, body),
  letter: "a",
  passage: null,
  signal: null,
  late: false,
  answers: null,
  replies,
});
const work = (glosses: Gloss[]): Work => ({
  readings: [
    {
      id: "r",
      position: 1,
      title: "",
      origin: "",
      glosses: [],
      paragraphs: [{ id: "p", number: 1, kind: "paragraph", text: "", language: "en", glosses }],
    },
  ],
  responses: [],
});

it("finds what came and what changed, replies among them", () => {
  const before = work([gloss("one"), gloss("two")]);
  const after = work([gloss("one", "other words"), gloss("two", undefined, [said("reply")]), gloss("three")]);
  expect(newsIn(before, after)).toEqual(["one", "reply", "three"]);
  expect(newsIn(after, after)).toEqual([]);
});

it("counts what the student wrote", () => {
  expect(amountOf(work([gloss("one", undefined, [said("reply")])]))).toEqual({ comments: 1, responses: 0 });
});
