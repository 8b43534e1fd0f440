import { v7 as uuidv7 } from "uuid";
import { expect, it } from "vitest";
import { Refused } from "@/domain/refusal";
import { makeCourse, today } from "@/server/testing/cast";
import { db, type Transaction, transaction } from "./db";

const lockRaw = (tx: Transaction, id: string) =>
  tx.$executeRaw`UPDATE "Position" SET line = line || '.' WHERE id = ${id}::uuid`;
const lockTyped = async (tx: Transaction, id: string) => {
  const { line } = await tx.position.update({ where: { id }, data: { colour: "pos-1" } });
  await tx.position.update({ where: { id }, data: { line: `${line}.` } });
};

it.each([
  ["in SQL", lockRaw],
  ["through the client", lockTyped],
])("two that wait for one another %s are both done in the end", async (_how, lock) => {
  const { positionId, otherPositionId } = await makeCourse();
  let waiting = 2;
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  const both = (first: string, second: string) =>
    transaction(async (tx) => {
      await lock(tx, first);
      waiting -= 1;
      if (waiting <= 0) meet();
      await met;
      await lock(tx, second);
    });
  await Promise.all([both(positionId, otherPositionId), both(otherPositionId, positionId)]);
  const rows = await db().position.findMany({ where: { id: { in: [positionId, otherPositionId] } } });
  expect(rows.map(({ line }) => line)).toEqual(["..", ".."]);
});

it("what would hang on something that is gone meanwhile is refused", async () => {
  const { courseId, ada } = await makeCourse();
  const work = transaction((tx) =>
    tx.stance.create({
      data: {
        id: uuidv7(),
        courseId,
        authorId: ada.actor.membershipId,
        moment: "before",
        positionId: uuidv7(),
        confidence: 1,
        at: today,
      },
    }),
  );
  await expect(work).rejects.toBeInstanceOf(Refused);
  await expect(work).rejects.toMatchObject({ refusal: { code: "not-found" } });
});
