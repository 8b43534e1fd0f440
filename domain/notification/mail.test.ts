import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, oneLine, outcomeOf } from "./mail";

const failure = { message: "No", responseCode: null, aboutUs: false, begun: false };

describe("what a failure means", () => {
  it.each([
    ["later", "a 4xx", { responseCode: 451 }],
    ["later", "a 4xx after the words", { responseCode: 451, begun: true }],
    ["refused", "a 5xx", { responseCode: 550 }],
    ["refused", "a 5xx after the words", { responseCode: 554, begun: true }],
    ["later", "a 5xx about our account", { responseCode: 535, aboutUs: true }],
    ["later", "no connection", {}],
    ["unknown", "a line that broke after the words had begun", { begun: true }],
  ])("is %s for %s", (outcome, _what, how) => {
    expect(outcomeOf({ ...failure, ...how }).outcome).toBe(outcome);
  });

  it("is never that it may be sent again once the words had begun and no number came", () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), (message, aboutUs) => {
        expect(outcomeOf({ message, responseCode: null, aboutUs, begun: true }).outcome).toBe("unknown");
      }),
    );
  });
});

describe("text for a header or a line", () => {
  it("has no line breaks and no control characters, and an end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2_000 }), (text) => {
        for (const line of [oneLine(text), excerptOf(text)]) {
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          expect(line.length).toBeLessThanOrEqual(300);
        }
      }),
    );
  });

  it("is the words, without Markdown's marks", () => {
    expect(excerptOf("# A **bold** claim\n\n> by [them](https://x.test), at `home`")).toBe(
      "A bold claim by them, at home",
    );
    expect(excerptOf("put to *all* five, 2 * 3 * 4")).toBe("put to all five, 2 * 3 * 4");
    expect(excerptOf("See [[4 ¶9]], or [[4:9 Charter]].")).toBe("See 4 ¶9, or 4 ¶9.");
    expect(excerptOf("word ".repeat(100)).endsWith("word…")).toBe(true);
  });
});
