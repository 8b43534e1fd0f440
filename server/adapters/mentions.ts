import type { Id } from "@/domain/id";
import type { Transaction } from "./db";

/** Replaces who is named in a comment. */
export async function keepMentions(
  tx: Transaction,
  owner: { courseId: Id; commentId: Id },
  mentions: { membershipId: Id; words: string }[],
): Promise<void> {
  await tx.mention.deleteMany({ where: owner });
  await tx.mention.createMany({ data: mentions.map((mention) => ({ ...owner, ...mention })) });
}
