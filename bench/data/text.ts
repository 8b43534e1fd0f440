import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { seededId } from "./comments";
import { Prose } from "./prose";
import type { Random } from "./random";

export interface Text {
  title: string;
  paragraphs: { id: string; text: string }[];
}

const PARAGRAPHS = 500;

/** A text of 500 paragraphs, some 288 kB. */
export function makeText(random: Random, at: Date): Text {
  const prose = new Prose(random);
  return {
    title: "On Borders and Ledgers",
    paragraphs: Array.from({ length: PARAGRAPHS }, () => ({
      id: seededId(random, at),
      text: prose.paragraph(random.between(205, 835)),
    })),
  };
}

export interface Sizes {
  plain: number;
  /** Level 9. */
  gzip: number;
  /** Quality 11, the best there is. */
  brotli: number;
  /** Coded as the server codes a page while it sends it. */
  sent: number;
}

/** What the words of a text weigh, in bytes. */
export function sizesOf(text: Text): Sizes {
  const plain = Buffer.from(text.paragraphs.map((paragraph) => paragraph.text).join("\n"));
  const brotli = (quality: number) => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    };
    return brotliCompressSync(plain, { params }).length;
  };
  return {
    plain: plain.length,
    gzip: gzipSync(plain, { level: 9 }).length,
    brotli: brotli(11),
    sent: brotli(5),
  };
}
