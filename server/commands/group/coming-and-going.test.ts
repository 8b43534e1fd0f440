import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { Role } from "@/domain/access/actor";
import { db } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { changeMember } from "@/server/commands/course/change-member";
import { joinCourse } from "@/server/commands/course/join-course";
import { putInSection } from "@/server/commands/section/put-in-section";
import { removeSection } from "@/server/commands/section/remove-section";
import { saveSection } from "@/server/commands/section/save-section";
import { groupsPage, type SetView, setOf } from "@/server/queries/group";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { refusalOf } from "@/server/testing/refusal";
import { makeSet } from "./make-set";
import { moveStudent } from "./move-student";
import { removeSet } from "./remove-set";
import { saveSet } from "./save-set";

const HOW_MANY = 20;

let cast: Cast;
let setId: string;
beforeEach(async () => {
  cast = await makeCourse();
  setId = uuidv7();
  await makeSet(cast.instructor, { id: setId, kind: "automatic", size: 4, mixed: true }, today);
});

const set = () => setOf(cast.instructor, setId);
const standing = ({ groups }: SetView) => groups.filter(({ dissolved }) => !dissolved);
const sizes = async () => standing(await set()).map(({ members }) => members.length);
const groupOf = async (id: string) =>
  standing(await set()).find(({ members }) => members.some((member) => member.id === id));

async function comes(): Promise<string> {
  const userId = uuidv7();
  await db().user.create({ data: { id: userId, email: `${userId}@example.test`, name: "Newcomer" } });
  const { joinCode } = await db().course.findUniqueOrThrow({ where: { id: cast.courseId } });
  await joinCourse({ userId, sessionVersion: 1 }, joinCode ?? "", today);
  const where = { courseId: cast.courseId, userId };
  return (await db().membership.findFirstOrThrow({ where, select: { id: true } })).id;
}

const change = (membershipId: string, what: { role?: Role; withdrawn?: boolean }) =>
  changeMember(cast.instructor, { membershipId, role: "student", withdrawn: false, ...what }, today);

async function writes(authorId: string): Promise<void> {
  const group = await groupOf(authorId);
  const address = { courseId: cast.courseId, assignmentId: cast.assignmentId, groupId: group?.id ?? null };
  await db().room.createMany({ data: { id: roomId(address), ...address }, skipDuplicates: true });
  const id = uuidv7();
  await db().comment.create({
    data: {
      id,
      courseId: cast.courseId,
      roomId: roomId(address),
      readingId: cast.readingId,
      authorId,
      threadId: id,
      threadAuthorId: authorId,
      body: "Words.",
    },
  });
}

describe("twenty who join at once", () => {
  it("each stand in one group, and none is overfull", async () => {
    const ids = await Promise.all(Array.from({ length: HOW_MANY }, comes));
    const groups = standing(await set());
    const there = groups.flatMap(({ members }) => members.map(({ id }) => id));
    expect(there).toHaveLength(HOW_MANY + 3);
    expect(new Set(there).size).toBe(HOW_MANY + 3);
    expect(ids.every((id) => there.includes(id))).toBe(true);
    expect((await sizes()).sort()).toEqual([3, 4, 4, 4, 4, 4]);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(6);
    expect(
      await db().event.count({ where: { courseId: cast.courseId, type: "groups.joined" } }),
    ).toBeGreaterThanOrEqual(HOW_MANY);
  });

  it("also while others go", async () => {
    const first = await Promise.all(Array.from({ length: 6 }, comes));
    await Promise.all([
      ...first.map((id) => change(id, { withdrawn: true })),
      ...Array.from({ length: 10 }, comes),
    ]);
    const after = await sizes();
    expect(after.reduce((sum, size) => sum + size, 0)).toBe(13);
    expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(1);
    expect(Math.max(...after)).toBeLessThanOrEqual(4);
  });
});

it("whoever joins while a set is made has a place in it, and one", async () => {
  setId = uuidv7();
  const making = makeSet(cast.instructor, { id: setId, kind: "automatic", size: 3, mixed: false }, today);
  const [, ...ids] = await Promise.all([making, comes(), comes(), comes(), comes()]);
  const there = standing(await set()).flatMap(({ members }) => members.map(({ id }) => id));
  expect(there).toHaveLength(7);
  expect(there).toEqual(expect.arrayContaining(ids));
  expect(Math.max(...(await sizes()))).toBeLessThanOrEqual(3);
});

it("a set made for nobody takes in the first, the second and the third", async () => {
  const all = [cast.ada, cast.liming, cast.stranger].map(({ actor }) => actor.membershipId);
  for (const id of all) await change(id, { withdrawn: true });
  setId = uuidv7();
  const made = await makeSet(cast.instructor, { id: setId, kind: "automatic", size: 2, mixed: true }, today);
  expect(made.groups).toEqual([]);
  const seen: number[][] = [];
  for (const id of all) {
    await change(id, {});
    seen.push(await sizes());
  }
  expect(seen).toEqual([[1], [2], [2, 1]]);
});

describe("whoever", () => {
  it("becomes a student is placed, and whoever is one no more stands nowhere", async () => {
    const observer = cast.observer.actor.membershipId;
    await change(observer, {});
    expect(await groupOf(observer)).toBeDefined();
    await change(observer, { role: "observer" });
    expect(await groupOf(observer)).toBeUndefined();
    const ada = cast.ada.actor.membershipId;
    await change(ada, { role: "assistant" });
    expect(await db().groupMember.count({ where: { membershipId: ada } })).toBe(0);
  });

  it("comes back to where they wrote, and keeps a place that staff gave them", async () => {
    const ada = cast.ada.actor.membershipId;
    for (let count = 0; count < 5; count++) await comes();
    await writes(ada);
    const before = await groupOf(ada);
    await change(ada, { withdrawn: true });
    expect(await groupOf(ada)).toBeUndefined();
    expect(
      (await setOf(cast.instructor, cast.groups.setId)).groups[0]?.members.map(({ name }) => name),
    ).toEqual(["Li Ming"]);
    await change(ada, {});
    expect((await groupOf(ada))?.id).toBe(before?.id);
    expect(
      (await setOf(cast.instructor, cast.groups.setId)).groups[0]?.members.map(({ name }) => name),
    ).toEqual(["Ada", "Li Ming"]);
  });

  describe("comes back to a group that was filled meanwhile", () => {
    const ada = () => cast.ada.actor.membershipId;
    const joined = async () =>
      (
        await db().event.findMany({
          where: { courseId: cast.courseId, type: "groups.joined" },
          orderBy: { seq: "asc" },
          select: { subjectId: true, payload: true },
        })
      ).map(({ subjectId, payload }) => ({ id: subjectId, payload }));

    /** Ada wrote and went; somebody came in her place, and somebody of the other group went: three and two. */
    async function whileAway() {
      for (let count = 0; count < 3; count++) await comes();
      expect(await sizes()).toEqual([3, 3]);
      const own = await groupOf(ada());
      const [writer] = own?.members.filter(({ id }) => id !== ada()) ?? [];
      const other = standing(await set()).find(({ id }) => id !== own?.id);
      const [goes] = other?.members ?? [];
      if (!own || !writer || !other || !goes) throw new Error("two groups of three");
      await writes(ada());
      await writes(writer.id);
      await change(ada(), { withdrawn: true });
      await comes();
      await change(goes.id, { withdrawn: true });
      expect((await groupOf(writer.id))?.members).toHaveLength(3);
      return { own, other, writer };
    }

    it("and one who has not written there goes to the smaller, told as a move of theirs", async () => {
      const { own, other, writer } = await whileAway();
      const before = await set();
      const told = (await joined()).length;
      await change(ada(), {});
      const after = await set();
      expect(await sizes()).toEqual([3, 3]);
      for (const id of [ada(), writer.id]) expect((await groupOf(id))?.id).toBe(own.id);
      const placeIn = ({ groups }: SetView, id: string) =>
        groups.find(({ members }) => members.some((member) => member.id === id))?.id ?? null;
      const moved = after.groups
        .flatMap(({ members }) => members)
        .filter(({ id }) => placeIn(before, id) !== placeIn(after, id));
      const [one] = moved.filter(({ id }) => id !== ada());
      expect(moved).toHaveLength(2);
      expect(one && placeIn(after, one.id)).toBe(other.id);
      const news = (await joined()).slice(told);
      expect(news).toHaveLength(2);
      expect(news).toContainEqual({ id: ada(), payload: { groupId: own.id } });
      expect(news).toContainEqual({ id: one?.id, payload: { groupId: other.id } });
      expect(after.version).toBe(before.version + 1);
      expect(await db().groupMember.count({ where: { groupSetId: setId } })).toBe(6);
    });

    it("and nobody goes where all have written", async () => {
      const { own } = await whileAway();
      for (const { id } of (await set()).groups.find((group) => group.id === own.id)?.members ?? []) {
        await writes(id);
      }
      const told = (await joined()).length;
      await change(ada(), {});
      expect((await sizes()).sort()).toEqual([2, 4]);
      expect((await joined()).slice(told)).toEqual([{ id: ada(), payload: { groupId: own.id } }]);
    });
  });

  it("comes back where their group was taken away meanwhile stands in none, and is put into another", async () => {
    const { setId: id, a, b } = cast.groups;
    const zofia = cast.stranger.actor.membershipId;
    await change(zofia, { withdrawn: true });
    const seminar = await setOf(cast.instructor, id);
    const groups = seminar.groups
      .filter((group) => group.id === a)
      .map(({ members, ...group }) => ({ ...group, members: members.map((member) => member.id) }));
    await saveSet(
      cast.instructor,
      { id, version: seminar.version, name: seminar.name, size: 2, mixed: false, groups },
      today,
    );
    await change(zofia, {});
    const after = await setOf(cast.instructor, id);
    expect(after.groups.find((group) => group.id === b)).toMatchObject({ dissolved: true, members: [] });
    const move = { setId: id, membershipId: zofia, fromId: null, toId: a };
    expect(await refusalOf(moveStudent(cast.instructor, move, today))).toBe("done");
  });

  it("has written is not moved when others go, and their group is kept when it is empty", async () => {
    const ids = [];
    for (let count = 0; count < 5; count++) ids.push(await comes());
    const all = [
      ...ids,
      ...["ada" as const, "liming" as const, "stranger" as const].map((who) => cast[who].actor.membershipId),
    ];
    expect(await sizes()).toEqual([4, 4]);
    for (const id of all) await writes(id);
    const [first, second] = standing(await set());
    for (const { id } of first?.members ?? []) await change(id, { withdrawn: true });
    const after = (await set()).groups;
    expect(after.find(({ id }) => id === first?.id)).toMatchObject({ dissolved: true, members: [] });
    expect(after.find(({ id }) => id === second?.id)?.members).toHaveLength(4);
    expect(await refusalOf(removeSet(cast.instructor, { setId }, today))).toBe("in-use");
  });
});

describe("sections", () => {
  const section = (id: string, name: string) => saveSection(cast.assistant, { id, name }, today);
  const put = (sectionId: string | null, ...who: ("ada" | "liming" | "observer")[]) =>
    putInSection(
      cast.assistant,
      { sectionId, membershipIds: who.map((each) => cast[each].actor.membershipId) },
      today,
    );
  let following: string;
  const followed = async () =>
    standing(await setOf(cast.instructor, following)).map(({ name, members }) => [
      name,
      ...members.map((member) => member.name),
    ]);
  beforeEach(async () => {
    following = uuidv7();
    await makeSet(cast.instructor, { id: following, kind: "sections", size: 2, mixed: false }, today);
  });

  it("are followed by the sets that do: made, named, filled, left, removed", async () => {
    const [monday, friday] = [uuidv7(), uuidv7()];
    await section(monday, "Monday");
    await section(friday, "Friday");
    await put(monday, "ada", "liming");
    expect(await followed()).toEqual([["Monday", "Ada", "Li Ming"], ["Friday"]]);
    await put(friday, "liming");
    await section(friday, "Friday, early");
    expect(await followed()).toEqual([
      ["Monday", "Ada"],
      ["Friday, early", "Li Ming"],
    ]);
    await put(null, "ada");
    await removeSection(cast.instructor, friday, today);
    expect(await followed()).toEqual([["Monday"]]);
    const { sections, students } = await groupsPage(cast.instructor);
    expect(sections.map(({ name }) => name)).toEqual(["Monday"]);
    expect(students.every(({ sectionId }) => sectionId === null)).toBe(true);
  });

  it("take back whoever comes back", async () => {
    const monday = uuidv7();
    await section(monday, "Monday");
    await put(monday, "ada");
    const ada = cast.ada.actor.membershipId;
    await change(ada, { role: "assistant" });
    expect(await followed()).toEqual([["Monday"]]);
    await change(ada, {});
    expect(await followed()).toEqual([["Monday", "Ada"]]);
  });

  it("have a name each and take students only", async () => {
    const monday = uuidv7();
    await section(monday, "Monday");
    expect(await refusalOf(section(uuidv7(), "monday"))).toBe("name-taken");
    expect(await refusalOf(put(monday, "observer"))).toBe("not-found");
    expect(await refusalOf(put(uuidv7(), "ada"))).toBe("not-found");
    expect(await refusalOf(saveSection(cast.ada, { id: uuidv7(), name: "Mine" }, today))).toBe("not-allowed");
  });
});
