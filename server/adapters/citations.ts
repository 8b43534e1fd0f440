import { randomUUID } from "node:crypto";
import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

type Owner = { courseId: Id; commentId: Id } | { courseId: Id; responseId: Id };

interface Target {
  position: number;
  readingId: Id;
  paragraphId: Id;
}

/** Replaces what a comment or response cites. */
export async function keepCitations(tx: Transaction, owner: Owner, targets: Target[]): Promise<void> {
  await tx.citation.deleteMany({ where: owner });
  await tx.citation.createMany({
    data: targets.map((target) => ({ id: randomUUID(), ...owner, ...target })),
  });
}
