import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMarks } from "./text-marks";

const ana = { words: "Ana", key: "1" };
const anaLima = { words: "Ana Lima", key: "2" };

const found = (text: string, mentions = [ana, anaLima]) =>
  findMarks(text, mentions).map(({ start, end }) => text.slice(start, end));

describe("findMarks", () => {
  it("finds citations and names in order", () => {
    expect(found("@Ana see [[4 ¶9]], as @Ana Lima said")).toEqual(["@Ana", "[[4 ¶9]]", "@Ana Lima"]);
  });

  it("means the longer of two names", () => {
    expect(findMarks("@Ana Lima", [ana, anaLima])).toEqual([{ kind: "mention", key: "2", start: 0, end: 9 }]);
  });

  it("leaves addresses and longer words alone", () => {
    expect(found("mail@ana.org, @Anabel, @Ana’s")).toEqual(["@Ana"]);
  });

  it("takes a name with signs in it as it is", () => {
    expect(found("@A.*(b)[c] and @Axx", [{ words: "A.*(b)[c]", key: "3" }])).toEqual(["@A.*(b)[c]"]);
  });

  it("never lets two marks overlap, whatever is written", () => {
    const piece = fc.constantFrom("@Ana", " ", "[[1 ¶2]]", "@Ana Lima", "[[", "]]", "@", "é", "李", "İ");
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join("");
        let reached = 0;
        for (const { start, end } of findMarks(text, [ana, anaLima])) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeLessThanOrEqual(text.length);
          reached = end;
        }
      }),
    );
  });
});
