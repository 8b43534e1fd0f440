import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/domain/access/actor";
import type { Lane } from "@/domain/prompt/flow";
import { db } from "@/server/adapters/db";
import { setFlow } from "@/server/commands/course/set-flow";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { journeys } from "./stance";
import { flowPage } from "./stance-flow";
import { movedBy } from "./stance-moved";

const refused = (code: string) => ({ refusal: { code } });

/** Somebody of the course who has stood at each of `lanes`, a day apart. */
async function stood(cast: Cast, lanes: Lane[], what: { role?: Role; withdrawn?: boolean } = {}) {
  const { courseId } = cast;
  const userId = uuidv7();
  const authorId = uuidv7();
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: "Somebody" } });
  await db().membership.create({
    data: {
      id: authorId,
      courseId,
      userId,
      role: what.role ?? "student",
      withdrawnAt: what.withdrawn ? today : null,
    },
  });
  await stances(cast, authorId, lanes);
}

const stances = (cast: Cast, authorId: string, lanes: Lane[]) =>
  db().stance.createMany({
    data: lanes.map((positionId, day) => ({
      id: uuidv7(),
      courseId: cast.courseId,
      authorId,
      moment: "before",
      positionId,
      confidence: 3,
      at: inDays(day),
      ...(day > 0 && {
        movedByReadingId: cast.readingId,
        movedByParagraphId: cast.paragraphIds[1] ?? "",
      }),
    })),
  });

const times = async (count: number, work: () => Promise<unknown>) => {
  for (let done = 0; done < count; done++) await work();
};

describe("the class's flow", () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await makeCourse();
    const { positionId: charter, otherPositionId: spheres } = cast;
    await times(6, () => stood(cast, [charter, null, spheres]));
    await times(5, () => stood(cast, [spheres]));
    await stood(cast, [null, charter]);
    await stood(cast, [null, null], { withdrawn: true });
    await stood(cast, [null, null], { role: "observer" });
  });

  it("goes from first stance to last, and staff see every number of it", async () => {
    const page = await flowPage(cast.instructor);
    expect(page.positions.map(({ short }) => short)).toEqual(["Charter", "Spheres"]);
    expect(page).toMatchObject({ full: true, withheld: null });
    expect(page.flow).toEqual({
      lanes: [cast.positionId, cast.otherPositionId, null],
      cells: [
        [0, 6, 0],
        [0, 5, 0],
        [1, 0, 0],
      ],
      rows: [6, 5, 1],
      columns: [1, 11, 0],
      total: 12,
    });
  });

  it("is for classmates who have said where they stand, without what is small", async () => {
    expect(await flowPage(cast.ada)).toMatchObject({ flow: null, withheld: "not-stated" });
    await stances(cast, cast.ada.actor.membershipId, [cast.positionId, cast.otherPositionId]);
    for (const access of [cast.ada, cast.observer]) {
      const page = await flowPage(access);
      expect(page).toMatchObject({ full: false, withheld: null, flow: { total: 13 } });
      const numbers = [...(page.flow?.cells.flat() ?? []), ...(page.flow?.rows ?? [])];
      expect(numbers.filter((number) => number !== null && number < 5)).toEqual([]);
      expect(numbers).toContain(null);
    }
    expect((await flowPage(cast.liming)).withheld).toBe("not-stated");
  });

  it("is shown to the class, or is not, as the instructor says", async () => {
    await expect(
      setFlow(cast.assistant, { showsFlow: false, smallestGroup: 5 }, today),
    ).rejects.toMatchObject(refused("not-allowed"));
    const off = { showsFlow: false, smallestGroup: 3 };
    expect(await setFlow(cast.instructor, off, today)).toEqual(off);
    await setFlow(cast.instructor, off, today);
    const said = { courseId: cast.courseId, type: "course.revised" } as const;
    expect(await db().event.count({ where: said })).toBe(1);
    for (const access of [cast.ada, cast.observer, cast.liming])
      expect(await flowPage(access)).toMatchObject({ flow: null, withheld: "not-shown", settings: off });
    expect((await flowPage(cast.assistant)).flow?.total).toBe(13);
    await setFlow(cast.instructor, { showsFlow: true, smallestGroup: 5 }, today);
  });

  it("keeps a position that was taken out of the frame where somebody stood", async () => {
    await db().position.update({ where: { id: cast.otherPositionId }, data: { removedAt: today } });
    const page = await flowPage(cast.instructor);
    expect(page.positions).toMatchObject([{ removed: false }, { short: "Spheres", removed: true }]);
    expect(page.flow?.total).toBe(13);
  });
});

describe("for staff", () => {
  it("every student's path is there, and nobody else may see it", async () => {
    const cast = await makeCourse();
    await stances(cast, cast.ada.actor.membershipId, [cast.positionId, null]);
    const all = await journeys(cast.assistant);
    expect(all.map(({ name, path }) => [name, path.length])).toEqual([
      ["Ada", 2],
      ["Li Ming", 0],
      ["Zofia", 0],
    ]);
    expect(all[0]?.path[1]).toMatchObject({ positionId: null, movedBy: { reading: 1, paragraph: 2 } });
    for (const access of [cast.ada, cast.observer]) {
      await expect(journeys(access)).rejects.toMatchObject(refused("not-allowed"));
      await expect(movedBy(access)).rejects.toMatchObject(refused("not-allowed"));
    }
  });

  it("a passage tells how many stances name it, and from where to where", async () => {
    const cast = await makeCourse();
    const { positionId: charter, otherPositionId: spheres } = cast;
    await times(2, () => stood(cast, [charter, spheres]));
    await stood(cast, [null, spheres, charter]);
    await stood(cast, [charter, null], { withdrawn: true });
    await db().stance.create({
      data: {
        id: uuidv7(),
        courseId: cast.courseId,
        authorId: cast.ada.actor.membershipId,
        moment: "before",
        positionId: charter,
        confidence: 1,
        at: today,
        movedByReadingId: cast.readingId,
        movedByParagraphId: cast.paragraphIds[2] ?? "",
      },
    });
    const moved = await movedBy(cast.instructor);
    expect(moved.map(({ passage, stances }) => [passage.reading, passage.paragraph, stances])).toEqual([
      [1, 2, 4],
      [1, 3, 1],
    ]);
    expect(moved[0]?.moves).toHaveLength(3);
    expect(moved[0]?.moves).toEqual(
      expect.arrayContaining([
        { from: { positionId: charter }, to: spheres, count: 2 },
        { from: { positionId: null }, to: spheres, count: 1 },
        { from: { positionId: spheres }, to: charter, count: 1 },
      ]),
    );
    expect(moved[1]?.moves).toEqual([{ from: null, to: charter, count: 1 }]);
  });
});
