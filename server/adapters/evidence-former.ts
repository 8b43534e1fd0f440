import type { Id } from "@/domain/id";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import type { Transaction } from "./db";

interface Former {
  id: Id;
  roomId: Id;
  authorId: Id;
  version: number;
  claim: string;
  relation: EvidenceRelation;
  positionId: Id | null;
  dimensionId: Id | null;
  createdAt: Date;
  editedAt: Date | null;
  filedAt: Date | null;
}

/** Keeps what a filed piece said, under whoever wrote it so: its author, or the last of those who edited it. */
export async function keepFormer(tx: Transaction, courseId: Id, piece: Former): Promise<void> {
  const last = await tx.event.findFirst({
    where: { roomId: piece.roomId, subjectId: piece.id, type: { in: ["evidence.filed", "evidence.edited"] } },
    orderBy: { seq: "desc" },
    select: { actorId: true },
  });
  const { version, claim, relation, positionId, dimensionId } = piece;
  await tx.evidenceVersion.create({
    data: {
      evidenceId: piece.id,
      courseId,
      version,
      actorId: last?.actorId ?? piece.authorId,
      claim,
      relation,
      positionId,
      dimensionId,
      at: piece.editedAt ?? piece.filedAt ?? piece.createdAt,
    },
  });
}
