import { describe, expect, it } from "vitest";
import { typedOn, withTyped } from "./typed-early";

describe("what is typed before the page's script runs", () => {
  it("stays in a field that was empty", () => {
    expect(withTyped({ drawn: "", text: "Nobody asked" }, "")).toBe("Nobody asked");
  });

  it("stays where it was typed, in what the server drew", () => {
    expect(withTyped({ drawn: "One two.", text: "One and two." }, "One two.")).toBe("One and two.");
  });

  it("takes away what was taken away", () => {
    expect(withTyped({ drawn: "One two.", text: "One." }, "One two.")).toBe("One.");
  });

  it("comes after a draft that the device kept, with a space between words", () => {
    expect(withTyped({ drawn: "", text: "and more" }, "A draft")).toBe("A draft and more");
    expect(withTyped({ drawn: "", text: "and more" }, "A draft ")).toBe("A draft and more");
    expect(withTyped({ drawn: "Posted", text: "Posted, then" }, "Posted and changed")).toBe(
      "Posted and changed, then",
    );
  });

  it("goes on where the script has put back what the server drew", () => {
    const first = typedOn(undefined, "Posted.", "Posted. One");
    expect(typedOn(first, "Posted.", "Posted. One two")).toEqual({
      drawn: "Posted.",
      text: "Posted. One two",
    });
    expect(typedOn(first, "Posted.", "Posted. two")).toEqual({ drawn: "Posted.", text: "Posted. One two" });
  });
});
