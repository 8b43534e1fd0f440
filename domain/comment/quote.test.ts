import { describe, expect, it } from "vitest";
import { quoteInShort } from "./quote";

describe("quoteInShort", () => {
  it("leaves a short passage as it is", () => {
    expect(quoteInShort("a court could find")).toBe("a court could find");
  });

  it("keeps the first and the last words of a long one", () => {
    const short = quoteInShort(`The first words ${"and more ".repeat(60)}the last words`);
    expect(short).toMatch(/^The first words and .+ … .+ the last words$/);
    expect(short.length).toBeLessThan(200);
  });

  it("takes the last words from the last paragraph", () => {
    expect(quoteInShort("It begins here.", "It ends there.")).toBe("It begins here. … It ends there.");
  });

  it("cuts a script without spaces, and no character in two", () => {
    const short = quoteInShort("亚洲安全观".repeat(80));
    expect(short).toMatch(/^亚洲.+ … .+观$/);
    expect(quoteInShort("😀".repeat(300)).isWellFormed()).toBe(true);
  });
});
