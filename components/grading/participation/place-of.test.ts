import { expect, test } from "vitest";
import type { Gloss, ReadingWork, Said } from "@/components/grading/grading-types";
import { placeIn } from "./place-of";

const said = (id: string): Said => ({ id, author: "Ada", body: "", citations: [], at: new Date(0) });
const gloss = (id: string, letter: string, replies: Said[] = []): Gloss => ({
  ...said(id),
  letter,
  passage: null,
  signal: null,
  late: false,
  answers: null,
  replies,
});
const reading: ReadingWork = {
  id: "r",
  position: 1,
  title: "A code",
  origin: "",
  paragraphs: [],
  glosses: [gloss("one", "a", [said("reply")]), gloss("two", "b")],
};
const placeOf = placeIn({ readings: [reading], responses: [] }, "c");

test("what was counted is found on the page by its letter, a reply by that of what it answers", () => {
  expect(placeOf({ kind: "comment", id: "two" })).toEqual({ href: "#g-b", label: "b" });
  expect(placeOf({ kind: "comment", id: "reply" })).toEqual({ href: "#g-a", label: "a" });
});

test("and beyond the page in its thread, or in the matrix", () => {
  const thread = { readingId: "r", threadId: "t" };
  const elsewhere = { href: "/courses/c/readings/r?thread=t", label: null };
  expect(placeOf({ kind: "comment", id: "far", thread })).toEqual(elsewhere);
  expect(placeOf({ kind: "evidence", id: "e" })).toEqual({
    href: "/courses/c/evidence?piece=e",
    label: null,
  });
  expect(placeOf({ kind: "comment", id: "far" })).toBeNull();
});
