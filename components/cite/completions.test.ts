import { describe, expect, it } from "vitest";
import { type CiteHints, typedAt } from "./completions";

const passage = (reading: number, paragraph: number, text: string) => ({
  readingId: `r${reading}`,
  paragraphId: `p${reading}.${paragraph}`,
  reading,
  paragraph,
  title: `Reading ${reading}`,
  text,
});
const passages = [
  passage(1, 1, "Troops stood by."),
  passage(1, 2, "Consent was asked."),
  passage(4, 9, "Troops were asked to leave."),
];
const positions = [
  { id: "x", name: "The Charter order", short: "Charter" },
  { id: "y", name: "Spheres of influence", short: "Spheres" },
];
const typed = (text: string, hints?: CiteHints) =>
  typedAt({ passages, people: [], hints }, text, text.length);
const names = (text: string, hints?: CiteHints) => typed(text, hints)?.options.map(({ name }) => name);
const chosen = (text: string, at: number, hints?: CiteHints) =>
  typed(text, hints)?.options[at]?.done(text).text;

describe("completing a citation", () => {
  const labels = new Map([["p4.9", ["Spheres"]]]);

  it("says for which positions a passage was put to work", () => {
    expect(typed("[[troops", { labels })?.options.map((option) => option.labels)).toEqual([[], ["Spheres"]]);
  });

  it("lets what was put to work for a missing position lead, but not over a number", () => {
    const missing = new Set(["Spheres"]);
    expect(names("[[", { labels, missing })?.[0]).toBe("4 ¶9");
    expect(names("[[troops", { labels, missing })).toEqual(["4 ¶9", "1 ¶1"]);
    expect(names("[[1", { labels, missing })?.[0]).toBe("1 ¶1");
    expect(names("[[troops")).toEqual(["1 ¶1", "4 ¶9"]);
  });

  it("writes the position the caller knows into the mark", () => {
    expect(chosen("So [[4 9", 0, { aboutOf: () => "Charter" })).toBe("So [[4 ¶9 Charter]]");
    expect(chosen("So [[4 9", 0)).toBe("So [[4 ¶9]]");
  });

  it("completes the name of a position behind the numbers", () => {
    expect(names("[[4 ¶9", { positions })).toEqual(["4 ¶9", "4 ¶9 Charter", "4 ¶9 Spheres"]);
    expect(names("[[4 ¶9 sp", { positions })?.[0]).toBe("4 ¶9 Spheres");
    expect(chosen("[[4 ¶9 sp", 0, { positions })).toBe("[[4 ¶9 Spheres]]");
    expect(names("[[4 ¶9 ", { positions, missing: new Set(["Spheres"]) })?.[1]).toBe("4 ¶9 Spheres");
  });
});
