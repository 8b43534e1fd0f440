import type { ParagraphWork } from "@/components/grading/grading-types";

export interface Block {
  kind: "commented" | "folded";
  paragraphs: ParagraphWork[];
}

/** Paragraphs with comments stand by themselves; the stretches between them are together, to be folded. */
export function blocksOf(paragraphs: readonly ParagraphWork[]): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (paragraph.glosses.length > 0) blocks.push({ kind: "commented", paragraphs: [paragraph] });
    else if (last?.kind === "folded") last.paragraphs.push(paragraph);
    else blocks.push({ kind: "folded", paragraphs: [paragraph] });
  }
  return blocks;
}

/** "¶5–6"; empty for paragraphs without a number. */
export function numbersOf(paragraphs: readonly ParagraphWork[]): string {
  const counted = paragraphs.flatMap((paragraph) => paragraph.number ?? []);
  const first = counted[0];
  const last = counted.at(-1);
  if (first === undefined) return "";
  return first === last ? `¶${first}` : `¶${first}–${last}`;
}

/** A paragraph as one line to know it by: the cells of a table, and the lines of a list, one after the other. */
export const inOneLine = ({ kind, text }: Pick<ParagraphWork, "kind" | "text">): string =>
  kind === "table" || kind === "list"
    ? text
        .split(/\n| \| /)
        .filter((piece) => piece.trim() !== "")
        .join(" · ")
    : text;
