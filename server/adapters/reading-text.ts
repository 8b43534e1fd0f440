import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "./db";

/**
 * Refuses `anchor-mismatch` unless the paragraphs still stand in the text that the reading shows. Asked after the row
 * is written: its reference holds the reading, so that nobody brings it to another version until the commit.
 */
export async function mustStillStand(
  tx: Transaction,
  readingId: Id,
  paragraphIds: readonly Id[],
): Promise<void> {
  if (paragraphIds.length === 0) return;
  const wanted = [...new Set(paragraphIds)];
  const standing = await tx.paragraph.count({
    where: { id: { in: wanted }, version: { readings: { some: { id: readingId } } } },
  });
  if (standing < wanted.length) refuse({ code: "anchor-mismatch" });
}
