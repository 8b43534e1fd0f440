import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { SetSave } from "@/domain/group/group";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { groupsPage, type SetView, setOf } from "@/server/queries/group";
import { anewOf } from "@/server/queries/group-anew";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { refusalOf } from "@/server/testing/refusal";
import { makeGroupsAnew } from "./make-anew";
import { makeSet } from "./make-set";
import { moveStudent } from "./move-student";
import { removeSet } from "./remove-set";
import { saveSet } from "./save-set";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const rule = { size: 2, mixed: false };
const idOf = (who: "ada" | "liming" | "stranger" | "observer") => cast[who].actor.membershipId;
const automatic = (what: Partial<Parameters<typeof makeSet>[1]> = {}) =>
  makeSet(cast.instructor, { id: uuidv7(), kind: "automatic", ...rule, ...what }, today);
const seminar = () => setOf(cast.assistant, cast.groups.setId);
const memberIds = (set: SetView) => set.groups.map(({ members }) => members.map(({ id }) => id).sort());
const asSave = (set: SetView, what: Partial<SetSave> = {}): SetSave => ({
  id: set.id,
  version: set.version,
  name: set.name,
  size: set.size ?? 2,
  mixed: set.mixed,
  groups: set.groups
    .filter(({ dissolved }) => !dissolved)
    .map(({ id, name, members }) => ({ id, name, members: members.map((member) => member.id) })),
  ...what,
});
const adaWrites = () =>
  postComment(
    cast.ada,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: "question",
      audience: "group",
      body: "By whose leave?",
    },
    today,
  );
const eventsOf = (type: string) => db().event.count({ where: { courseId: cast.courseId, type } });

describe("a new set", () => {
  it("of a size divides the class, and is the same however often it is sent", async () => {
    const id = uuidv7();
    const [one, two] = await Promise.all([automatic({ id }), automatic({ id })]);
    expect(one).toEqual(two);
    expect(one.name).toBe("Groups of 2");
    expect(one.groups.map(({ name }) => name)).toEqual(["Group A", "Group B"]);
    expect(one.groups.map(({ members }) => members.length)).toEqual([2, 1]);
    expect(one.groups.flatMap(({ members }) => members.map((member) => member.id)).sort()).toEqual(
      [idOf("ada"), idOf("liming"), idOf("stranger")].sort(),
    );
    expect(await eventsOf("groups.saved")).toBe(1);
  });

  it("that is mixed parts those who last stood at the same position", async () => {
    const stands = (authorId: string, positionId: string, at: Date) =>
      db().stance.create({
        data: {
          id: uuidv7(),
          courseId: cast.courseId,
          authorId,
          moment: "before",
          positionId,
          confidence: 3,
          at,
        },
      });
    await stands(idOf("ada"), cast.positionId, today);
    await stands(idOf("stranger"), cast.otherPositionId, today);
    await stands(idOf("stranger"), cast.positionId, new Date(today.getTime() + 1));
    await stands(idOf("liming"), cast.otherPositionId, today);
    const set = await automatic({ mixed: true });
    const together = memberIds(set).some(
      (ids) => ids.includes(idOf("ada")) && ids.includes(idOf("stranger")),
    );
    expect(together).toBe(false);
    const { students } = await groupsPage(cast.instructor);
    expect(students.map(({ name, stance }) => [name, stance])).toEqual([
      ["Ada", cast.positionId],
      ["Li Ming", cast.otherPositionId],
      ["Zofia", cast.positionId],
    ]);
  });

  it("is refused a name that another has, and another course's id", async () => {
    expect(await refusalOf(automatic({ name: "seminar GROUPS" }))).toBe("name-taken");
    const elsewhere = await makeCourse();
    expect(await refusalOf(automatic({ id: elsewhere.groups.setId }))).toBe("id-taken");
    await automatic();
    expect((await automatic()).name).toBe("Groups of 2 (2)");
  });
});

describe("a set saved", () => {
  it("is as it was sent: names, groups, people", async () => {
    const set = await seminar();
    const third = uuidv7();
    const [a, b] = asSave(set).groups;
    if (!a || !b) throw new Error("two groups");
    const groups = [
      { ...b, name: "First", members: [idOf("liming")] },
      { ...a, members: [idOf("ada")] },
      { id: third, name: "Third", members: [] },
    ];
    const saved = await saveSet(cast.instructor, asSave(set, { name: "Seminars", groups }), today);
    expect(saved).toMatchObject({ name: "Seminars", version: 2 });
    expect(saved.groups.map(({ id, name }) => [id, name])).toEqual([
      [cast.groups.b, "First"],
      [cast.groups.a, "Group A"],
      [third, "Third"],
    ]);
    expect(memberIds(saved)).toEqual([[idOf("liming")], [idOf("ada")], []]);
    // Sent again, it finds what it left.
    expect(await saveSet(cast.instructor, asSave(set, { name: "Seminars", groups }), today)).toEqual(saved);
  });

  it("by two at once is refused to the second, who is told what stands", async () => {
    const set = await seminar();
    const saves = await Promise.allSettled([
      saveSet(cast.instructor, asSave(set, { name: "Mine" }), today),
      saveSet(cast.assistant, asSave(set, { name: "Yours" }), today),
    ]);
    const won = saves.find((each) => each.status === "fulfilled")?.value.name ?? "";
    const lost = saves.find((each) => each.status === "rejected")?.reason;
    expect(lost).toMatchObject({ refusal: { code: "stale", current: { version: 2 } } });
    expect(lost.refusal.current.text).toBe(`${won}\nGroup A: Ada, Li Ming\nGroup B: Zofia`);
  });

  it("keeps a group that is left out where somebody has written, without people, and takes another away", async () => {
    await db().room.delete({ where: { id: cast.rooms.b } });
    const set = await seminar();
    const id = uuidv7();
    const groups = [{ id, name: "All", members: [idOf("ada"), idOf("liming"), idOf("stranger")] }];
    const saved = await saveSet(cast.instructor, asSave(set, { groups }), today);
    expect(saved.groups.map((group) => [group.id, group.dissolved, group.members.length])).toEqual([
      [cast.groups.a, true, 0],
      [id, false, 3],
    ]);
    expect((await db().room.findUniqueOrThrow({ where: { id: cast.rooms.a } })).groupId).toBe(cast.groups.a);
  });

  it("takes only students of the course, and groups of the set", async () => {
    const set = await seminar();
    const other = await makeCourse();
    const put = (id: string, members: string[]) =>
      refusalOf(saveSet(cast.instructor, asSave(set, { groups: [{ id, name: "New", members }] }), today));
    expect(await put(uuidv7(), [idOf("observer")])).toBe("not-found");
    expect(await put(uuidv7(), [other.ada.actor.membershipId])).toBe("not-found");
    expect(await put(other.groups.a, [])).toBe("id-taken");
    const filled = await automatic();
    expect(await refusalOf(saveSet(cast.instructor, asSave(filled, { groups: [] }), today))).toBe(
      "not-allowed",
    );
  });
});

describe("one student moved", () => {
  const move = (toId: string | null, fromId: string | null = cast.groups.a) =>
    moveStudent(cast.assistant, { setId: cast.groups.setId, membershipId: idOf("ada"), fromId, toId }, today);

  it("stands in the other group, also when it is sent twice, and is told at the desk once", async () => {
    await Promise.all([move(cast.groups.b), move(cast.groups.b)]);
    expect(memberIds(await seminar())).toEqual([[idOf("liming")], [idOf("ada"), idOf("stranger")].sort()]);
    expect((await seminar()).version).toBe(2);
    expect(await eventsOf("groups.joined")).toBe(1);
  });

  it("is refused when they stand elsewhere by now", async () => {
    await move(null);
    expect(await refusalOf(move(cast.groups.b))).toBe("stale");
    await move(cast.groups.b, null);
    expect(memberIds(await seminar())[0]).toEqual([idOf("liming")]);
  });

  it("is for staff, and not out of what fills by itself", async () => {
    const set = await automatic();
    const from = set.groups.find(({ members }) => members.some(({ id }) => id === idOf("ada")));
    const out = { setId: set.id, membershipId: idOf("ada"), fromId: from?.id ?? null, toId: null };
    expect(await refusalOf(moveStudent(cast.instructor, out, today))).toBe("not-allowed");
    expect(await refusalOf(moveStudent(cast.ada, out, today))).toBe("not-allowed");
  });
});

describe("a set made anew", () => {
  const divideBy = (setId: string) =>
    db().assignment.update({ where: { id: cast.assignmentId }, data: { groupSetId: setId } });

  it("does what its preview has shown, and leaves the threads where they are", async () => {
    const set = await automatic();
    await divideBy(set.id);
    const access = { ...cast.ada, actor: { ...cast.ada.actor, groupIds: memberIdsOf(set, idOf("ada")) } };
    cast = { ...cast, ada: access };
    const { id } = await adaWrites();
    await db().groupSet.update({ where: { id: set.id }, data: { size: 3 } });
    const view = await anewOf(cast.assistant, set.id);
    const comment = await db().comment.findUniqueOrThrow({ where: { id } });
    expect(view.parts).toHaveLength(1);
    expect(view.dissolves).toHaveLength(1);
    expect(view.moves.every(({ written }) => !written)).toBe(true);
    const made = await makeGroupsAnew(
      cast.assistant,
      { setId: set.id, version: 1, shown: view.shown },
      today,
    );
    const standing = made.groups.filter(({ dissolved }) => !dissolved);
    expect(standing.map(({ members }) => members.length)).toEqual([3]);
    expect(standing[0]?.id).toBe(access.actor.groupIds[0]);
    expect((await db().comment.findUniqueOrThrow({ where: { id } })).roomId).toBe(comment.roomId);
  });

  it("is refused when it would move others than were shown", async () => {
    const set = await automatic();
    await divideBy(set.id);
    const { shown } = await anewOf(cast.instructor, set.id);
    const anew = { setId: set.id, version: 1, shown };
    const [first, second] = await Promise.allSettled([
      makeGroupsAnew(cast.instructor, anew, today),
      makeGroupsAnew(cast.assistant, anew, today),
    ]);
    const outcomes = [first, second].map((each) => each.status).sort();
    expect(outcomes).toEqual(["fulfilled", "rejected"]);
    expect(await refusalOf(anewOf(cast.instructor, cast.groups.setId))).toBe("not-found");
  });
});

const memberIdsOf = (set: SetView, membershipId: string) =>
  set.groups.filter(({ members }) => members.some(({ id }) => id === membershipId)).map(({ id }) => id);

describe("a set removed", () => {
  it("is gone, unless an assignment is divided so or somebody has written there", async () => {
    const set = await automatic();
    await removeSet(cast.instructor, { setId: set.id }, today);
    expect(await refusalOf(setOf(cast.instructor, set.id))).toBe("not-found");
    const remove = () => refusalOf(removeSet(cast.instructor, { setId: cast.groups.setId }, today));
    expect(await remove()).toBe("in-use");
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { groupSetId: null } });
    expect(await remove()).toBe("in-use");
  });
});
