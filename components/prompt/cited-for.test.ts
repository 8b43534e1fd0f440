import { expect, test } from "vitest";
import type { CitationMark } from "@/domain/prompt/citation";
import { citedForNone, citeFor } from "./cited-for";

const all = () => true;
const isNamed = (mark: CitationMark) => mark.about === "Charter";
const places = (marks: CitationMark[]) => marks.map((mark) => `${mark.reading} ${mark.paragraph}`);

test("a passage cited for no position is listed once, and not when it is cited for one as well", () => {
  const text = "[[4 ¶9]] then [[4 ¶9]], [[1 ¶2 Charter]], [[1 ¶2]], [[3 ¶3 Nobody]]";
  expect(places(citedForNone(text, all, isNamed))).toEqual(["4 9", "3 3"]);
  expect(places(citedForNone(text, (mark) => mark.reading !== 3, isNamed))).toEqual(["4 9"]);
});

test("said for a position, every mark of the passage names it, and nothing else changes", () => {
  const text = "One [[4 ¶9]], two [[4 ¶9 Charter]], three [[4:9]], four [[4 ¶10]].";
  expect(citeFor(text, { reading: 4, paragraph: 9 }, "Spheres", isNamed)).toBe(
    "One [[4 ¶9 Spheres]], two [[4 ¶9 Charter]], three [[4 ¶9 Spheres]], four [[4 ¶10]].",
  );
});
