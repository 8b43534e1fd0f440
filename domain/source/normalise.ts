const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * One canonical form for all text that enters: NFC, line feeds only, ordinary spaces, nothing invisible.
 * Joiners (U+200C, U+200D) stay where they shape letters or emoji; direction marks stay in right-to-left text;
 * bidirectional embeddings, overrides and isolates go, since they can show a reader another order than is stored.
 * A soft hyphen goes; at the end of a line it takes the line break with it.
 */
export function normaliseText(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/\r\n?|\u0085|\u2028|\v/g, "\n")
    .replace(/\u2029|\f/g, "\n\n")
    .replace(/\u00AD[ \t]*\n[ \t]*(?=\p{L})/gu, "")
    .replace(/[\u00A0\u2007\u202F]/g, " ")
    .replace(/[\u00AD\u200B\u2060-\u2064\uFEFF\u202A-\u202E\u2066-\u206F]/g, "")
    .replace(/(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F)[\u200C\u200D]+/gu, "")
    // Control characters, and the noncharacters that mark escaped punctuation while markup is read.

    .replace(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu, "");
  const directed = RIGHT_TO_LEFT.test(plain) ? plain : plain.replace(/[\u200E\u200F\u061C]/g, "");
  // Taking something out can bring a letter and its mark together.
  return directed.normalize("NFC");
}
