import { randomUUID } from "node:crypto";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import type { Transaction } from "./db";

/** What is written with citation marks in it. */
type Owner = { courseId: Id } & (
  | { commentId: Id }
  | { responseId: Id }
  | { noteId: Id }
  | { steelmanId: Id }
);

interface Target {
  position: number;
  readingId: Id;
  paragraphId: Id;
  positionId?: Id | null;
  anchor?: "sound" | "changed" | "lost";
  formerParagraphId?: Id | null;
}

/**
 * Replaces what somebody's words cite. Refuses `anchor-mismatch` where a reading was brought to another version since
 * it was looked at what they name: sent again, they name what stands there now.
 */
export async function keepCitations(tx: Transaction, owner: Owner, targets: Target[]): Promise<void> {
  await tx.citation.deleteMany({ where: owner });
  await tx.citation.createMany({
    data: targets.map((target) => ({ id: randomUUID(), ...owner, ...target })),
  });
  await mustStand(
    tx,
    targets.filter(({ anchor }) => anchor !== "lost"),
  );
}

/** Asked after the rows are written: they hold their readings, so that none is moved until the commit. */
async function mustStand(tx: Transaction, targets: Target[]): Promise<void> {
  if (targets.length === 0) return;
  const [standing] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM unnest(${targets.map((target) => target.readingId)}::uuid[],
      ${targets.map((target) => target.paragraphId)}::uuid[]) AS t("readingId", "paragraphId")
    JOIN "Reading" r ON r.id = t."readingId"
    JOIN "Paragraph" p ON p.id = t."paragraphId" AND p."versionId" = r."versionId"`;
  if (standing?.count !== targets.length) refuse({ code: "anchor-mismatch" });
}
