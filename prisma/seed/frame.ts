import type { Transaction } from "@/server/adapters/db";
import type { Demo } from "./content/types";
import type { Ids } from "./ids";

/** The orders that compete, and the questions on which they differ. */
export async function writeFrame(
  tx: Transaction,
  { frame }: Demo,
  courseId: string,
  ids: Ids,
): Promise<void> {
  await tx.position.createMany({
    data: frame.positions.map(({ key, account, sources, ...position }, index) => ({
      id: ids.make("position", key),
      courseId,
      position: index + 1,
      account: account.join("\n\n"),
      sources: sources.map((source) => `- ${source}`).join("\n"),
      ...position,
    })),
  });
  await tx.dimension.createMany({
    data: frame.dimensions.map(({ key, ...dimension }, index) => ({
      id: ids.make("dimension", key),
      courseId,
      position: index + 1,
      ...dimension,
    })),
  });
}
