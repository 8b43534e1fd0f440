import type { ImportWarning } from "./imported";
import { normaliseText } from "./normalise";

/** The largest file an import reads, in bytes (2 MiB). */
export const MAX_SOURCE_BYTES = 2 * 1024 * 1024;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "gb18030";
export type DecodeRefusal = "empty" | "too-large" | "binary" | "encoding";
export type Decoded =
  | { ok: true; text: string; encoding: Encoding; warnings: ImportWarning[] }
  | { ok: false; reason: DecodeRefusal };

/**
 * Bytes to normalised text. Tried in turn: byte order marks, UTF-8, UTF-16 without a mark, GB 18030, and
 * windows-1252 (a superset of Latin-1) last. Everything after UTF-8 is a guess, and the warnings say so.
 * Refuses what is empty, above MAX_SOURCE_BYTES, not text at all, or in an encoding not told apart safely.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_SOURCE_BYTES) return { ok: false, reason: "too-large" };
  if (bytes.length === 0) return { ok: false, reason: "empty" };
  const found = bytes.length >= 2 ? (fromMark(bytes) ?? fromContent(bytes)) : fromContent(bytes);
  if (!found.ok) return found;
  const text = normaliseText(found.text);
  if (!/\S/.test(text)) return { ok: false, reason: "empty" };
  const unreadable = text.split("\uFFFD").length - 1;
  const warnings: ImportWarning[] = [...found.warnings];
  if (unreadable > 0) warnings.push({ code: "unreadable-characters", count: unreadable });
  return { ...found, text, warnings };
}

function fromMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return accept(bytes.subarray(3), "utf-8");
  if (a === 0xff && b === 0xfe) return accept(bytes.subarray(2), "utf-16le");
  if (a === 0xfe && b === 0xff) return accept(bytes.subarray(2), "utf-16be");
  return null;
}

function fromContent(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, "%PDF-") || startsWith(bytes, "PK\u0003\u0004"))
    return { ok: false, reason: "binary" };
  const controls = countControls(bytes);
  if (controls > 0) {
    const wide = guessWide(bytes);
    if (wide) return accept(bytes, wide, true);
    const dense = controls > Math.max(3, bytes.length / 200);
    if (dense || bytes.includes(0)) return { ok: false, reason: "binary" };
  }
  if (decodes(bytes, "utf-8") !== null) return accept(bytes, "utf-8");
  if (isDamagedUtf8(bytes)) return accept(bytes, "utf-8", true);
  return fromOneOfTheOldEncodings(bytes);
}

function fromOneOfTheOldEncodings(bytes: Uint8Array): Decoded {
  const high = countHigh(bytes);
  // Letters of Western Europe are mostly ASCII. Where most are not, it is another script's code page.
  if (high <= bytes.length * 0.3) return accept(bytes, "windows-1252", true);
  const chinese = decodes(bytes, "gb18030");
  if (chinese !== null && /[的是在了不有]/.test(chinese) && share(chinese, /\p{Script=Han}/gu) > 0.5) {
    return accept(bytes, "gb18030", true);
  }
  return { ok: false, reason: "encoding" };
}

function accept(bytes: Uint8Array, encoding: Encoding, guessed = false): Decoded {
  const text = encoding === "windows-1252" ? fromWestern(bytes) : new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) return { ok: false, reason: "binary" };
  const warnings: ImportWarning[] = guessed ? [{ code: "encoding-guessed", sample: encoding }] : [];
  return { ok: true, text, encoding, warnings };
}

const WESTERN_MARKS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/** By hand, since some releases of Node read windows-1252 as Latin-1 and lose its quotation marks and dashes. */
function fromWestern(bytes: Uint8Array): string {
  return new TextDecoder("latin1")
    .decode(bytes)
    .replace(/[\u0080-\u009F]/g, (mark) => WESTERN_MARKS.charAt(mark.charCodeAt(0) - 0x80));
}

function decodes(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-8 cut in the middle of a character, or with a few bytes lost: far more good sequences than bad ones. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const bad = text.split("\uFFFD").length - 1;
  const good = countMatches(text, /[^\p{ASCII}\uFFFD]/gu);
  return good > bad * 4;
}

/** UTF-16 shows itself by control bytes: zeros beside ASCII letters, low bytes of CJK punctuation and line feeds. */
function guessWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  const sample = bytes.subarray(0, 8192);
  const candidates = (["utf-16le", "utf-16be"] as const).map((encoding) => {
    const text = decodes(sample.subarray(0, sample.length - (sample.length % 2)), encoding);
    return { encoding, plausible: text === null ? 0 : plausibility(text) };
  });
  const best = candidates.sort((a, b) => b.plausible - a.plausible)[0];
  return best && best.plausible > 0.9 ? best.encoding : null;
}

/** Share of characters that ordinary prose is made of; zero without any space, line feed or full stop. */
function plausibility(text: string): number {
  if (!/[ \n.。，、]/.test(text)) return 0;
  const usual = countMatches(
    text,
    /[\t\n\r -~\u00A0-\u024F\u0370-\u06FF\u0900-\u0DFF\u0E00-\u0E7F\u2010-\u203A\u3000-\u30FF\u4E00-\u9FA5\uAC00-\uD7A3\uFF01-\uFF5E]/g,
  );
  return usual / text.length;
}

function countControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 9 || (byte > 13 && byte < 32)) count++;
  return count;
}

function countHigh(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count++;
  return count;
}

function share(text: string, pattern: RegExp): number {
  return countMatches(text, pattern) / Math.max(1, text.length);
}

function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}

function startsWith(bytes: Uint8Array, ascii: string): boolean {
  return [...ascii].every((character, index) => bytes[index] === character.charCodeAt(0));
}
