import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText, MAX_SOURCE_BYTES } from "./decode";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: "le" | "be") => {
  const bytes = Buffer.from(text, "utf16le");
  return new Uint8Array(order === "le" ? bytes : bytes.swap16());
};

describe("decodeText", () => {
  it("reads UTF-8, with a byte order mark or without", () => {
    expect(decodeText(utf8("Dräger — 中国"))).toEqual({
      ok: true,
      text: "Dräger — 中国",
      encoding: "utf-8",
      warnings: [],
    });
    expect(decodeText(utf8("\uFEFFa"))).toMatchObject({ text: "a", encoding: "utf-8" });
  });

  it.each(["le", "be"] as const)("reads UTF-16 %s, with a mark or without", (order) => {
    const text = "A plain sentence.\nAnd another, with an é.";
    expect(decodeText(utf16(`\uFEFF${text}`, order))).toMatchObject({
      text,
      encoding: `utf-16${order}`,
      warnings: [],
    });
    expect(decodeText(utf16(text, order))).toMatchObject({
      text,
      encoding: `utf-16${order}`,
      warnings: [{ code: "encoding-guessed" }],
    });
    const chinese = "一座城市为什么要数树，这是一个问题。\n议会决定了。";
    expect(decodeText(utf16(chinese, order))).toMatchObject({ text: chinese });
  });

  it("falls back to windows-1252 and says so", () => {
    const bytes = Uint8Array.from([
      0x93, 0x44, 0x72, 0xe4, 0x67, 0x65, 0x72, 0x94, 0x20, 0x6c, 0x65, 0x73, 0x65, 0x6e,
    ]);
    expect(decodeText(bytes)).toEqual({
      ok: true,
      text: "“Dräger” lesen",
      encoding: "windows-1252",
      warnings: [{ code: "encoding-guessed", sample: "windows-1252" }],
    });
  });

  it("reads damaged UTF-8 as UTF-8, counting what it could not read", () => {
    const whole = utf8("中国和俄罗斯的关系");
    expect(decodeText(whole.subarray(0, whole.length - 1))).toMatchObject({
      encoding: "utf-8",
      warnings: [{ code: "encoding-guessed" }, { code: "unreadable-characters", count: 1 }],
    });
  });

  it("refuses what it cannot tell: Cyrillic in an old code page", () => {
    const bytes = Uint8Array.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0]);
    expect(decodeText(bytes)).toEqual({ ok: false, reason: "encoding" });
  });

  it("refuses empty, blank, binary and oversize files", () => {
    expect(decodeText(new Uint8Array())).toEqual({ ok: false, reason: "empty" });
    expect(decodeText(utf8(" \n\t\u200B\n"))).toEqual({ ok: false, reason: "empty" });
    expect(decodeText(Uint8Array.from([0x61, 0, 0x62]))).toEqual({ ok: false, reason: "binary" });
    expect(decodeText(utf8("%PDF-1.7 text"))).toEqual({ ok: false, reason: "binary" });
    expect(decodeText(Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 65]))).toEqual({ ok: false, reason: "binary" });
    expect(decodeText(new Uint8Array(MAX_SOURCE_BYTES + 1))).toEqual({ ok: false, reason: "too-large" });
    expect(decodeText(utf8("a".repeat(MAX_SOURCE_BYTES)))).toMatchObject({ ok: true });
  });

  it("normalises: NFC, line feeds, plain spaces, nothing invisible", () => {
    const text = "a\u0308\r\nb\u00A0c\rd\u200Be\u202Ef\u00ADg hy\u00AD\nphen";
    expect(decodeText(utf8(text))).toMatchObject({ text: "ä\nb c\ndefg hyphen" });
  });

  it("never throws, and gives back any ordinary text", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes).ok === "boolean"),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zäöü中国的 .\n]{1,80}[a-z]$/), (text) => {
        expect(decodeText(utf8(text))).toMatchObject({ ok: true, text });
      }),
    );
  });
});
