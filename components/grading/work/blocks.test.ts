import { expect, it } from "vitest";
import { inOneLine } from "./blocks";

it("has one line to know a paragraph by, without what separates the cells of a table", () => {
  const text = "For | Against\nPeace |  | War";
  expect(inOneLine({ kind: "table", text })).toBe("For · Against · Peace · War");
  expect(inOneLine({ kind: "list", text: "one\ntwo" })).toBe("one · two");
  expect(inOneLine({ kind: "paragraph", text: "Either | or" })).toBe("Either | or");
});
