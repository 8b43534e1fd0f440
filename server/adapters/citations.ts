import { randomUUID } from "node:crypto";
import type { Id } from "@/domain/id";
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

/** Replaces what somebody's words cite. */
export async function keepCitations(tx: Transaction, owner: Owner, targets: Target[]): Promise<void> {
  await tx.citation.deleteMany({ where: owner });
  await tx.citation.createMany({
    data: targets.map((target) => ({ id: randomUUID(), ...owner, ...target })),
  });
}
