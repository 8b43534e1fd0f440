import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { answersVisible, othersVisible } from "@/domain/access/discussion";
import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { citedInReading, citedParagraph } from "./cited";
import type { CourseAccess } from "./course-access";

let cast: Cast;
const people = ["instructor", "assistant", "ada", "liming", "stranger", "observer"] as const;
const writers = ["ada", "liming", "stranger", "instructor"] as const;
const idOf = (who: (typeof people)[number]) => cast[who].actor.membershipId;

const target = () => ({
  courseId: cast.courseId,
  readingId: cast.readingId,
  paragraphId: cast.paragraphIds[1] ?? "",
});
const cite = (owner: object, more: object = {}) => ({
  id: uuidv7(),
  ...target(),
  position: 0,
  ...owner,
  ...more,
});

/** Everybody comments to everybody, answers, keeps a draft, takes something back, and records evidence. */
async function write() {
  const { courseId, assignmentId, readingId, promptId, rooms, positionId, dimensionId } = cast;
  const whole = await db().room.create({
    data: {
      id: roomId({ courseId, assignmentId, groupId: null }),
      courseId,
      assignmentId,
    },
  });
  const citations: Prisma.CitationCreateManyInput[] = [];
  for (const who of writers) {
    const authorId = idOf(who);
    const room = who === "stranger" ? rooms.b : who === "instructor" ? whole.id : rooms.a;
    for (const audience of ["group", "private", "instructors"] as const) {
      for (const deletedAt of [null, today]) {
        const id = uuidv7();
        const thread = { threadId: id, threadAuthorId: authorId };
        const body = "As it says [[1 ¶2]] there.";
        await db().comment.create({
          data: { id, courseId, roomId: room, readingId, authorId, audience, deletedAt, body, ...thread },
        });
        citations.push(cite({ commentId: id }, audience === "group" ? { positionId } : {}));
      }
    }
    for (const [submittedAt, deletedAt] of [
      [today, null],
      [null, null],
      [today, today],
    ] as const) {
      // Ada has answered nothing yet: what waits for her own answer is hidden from her.
      if (who === "ada" && submittedAt && !deletedAt) continue;
      const id = uuidv7();
      const body = "First [[1 ¶1]], then **[[1 ¶2]]**, and no more.";
      await db().response.create({
        data: { id, courseId, roomId: room, promptId, authorId, body, submittedAt, deletedAt },
      });
      citations.push(cite({ responseId: id }, { position: 1 }));
    }
    for (const deletedAt of [null, today]) {
      const id = uuidv7();
      const body = "They would say [[1 ¶2]].";
      await db().steelman.create({
        data: { id, courseId, roomId: room, promptId, authorId, positionId, body, deletedAt },
      });
      citations.push(cite({ steelmanId: id }));
    }
    for (const [filedAt, deletedAt] of [
      [today, null],
      [null, null],
      [today, today],
    ] as const) {
      const id = uuidv7();
      const place = { ...target(), roomId: room, startOffset: 0, endOffset: 2, quote: "An" };
      const said = { claim: "It is no treaty.", relation: "supports" as const, positionId, dimensionId };
      await db().evidence.create({ data: { id, authorId, ...place, ...said, filedAt, deletedAt } });
      for (const [byWhom, goneAt] of [
        ["ada", null],
        ["liming", null],
        ["liming", today],
      ] as const) {
        const noteId = uuidv7();
        const said = { evidenceId: id, authorId: idOf(byWhom), body: "But [[1 ¶2]]?" };
        await db().note.create({ data: { id: noteId, courseId, ...said, deletedAt: goneAt } });
        citations.push(cite({ noteId }));
      }
    }
  }
  await db().citation.createMany({ data: citations });
}

beforeAll(async () => {
  cast = await makeCourse();
  await write();
});

/** What this person may see of it, the policy asked about each thing by itself. */
async function seenBy({ actor }: CourseAccess): Promise<Set<Id>> {
  const where = { authorId: actor.membershipId, deletedAt: null };
  const assignment = await db().assignment.findUniqueOrThrow({ where: { id: cast.assignmentId } });
  const prompt = await db().prompt.findUniqueOrThrow({ where: { id: cast.promptId } });
  const comments = await db().comment.count({ where: { ...where, audience: "group" } });
  const answers = await db().response.count({ where: { ...where, submittedAt: { not: null } } });
  const shown = othersVisible(assignment, comments, today);
  const answersShown = answersVisible(shown, prompt, answers > 0);
  const room = (groupId: Id | null, visible: boolean) => ({ ...assignment, groupId, othersVisible: visible });
  const seen = new Set<Id>();

  for (const each of await db().comment.findMany({ where: { deletedAt: null }, include: { room: true } })) {
    const facts = { ...each, deleted: false, isRoot: true };
    if (can(actor, "comment.see", facts, room(each.room.groupId, shown), today)) seen.add(each.id);
  }
  const standing = { deletedAt: null, submittedAt: { not: null } };
  for (const each of await db().response.findMany({ where: standing, include: { room: true } })) {
    const facts = { authorId: each.authorId, submitted: true, deleted: false };
    if (can(actor, "response.see", facts, room(each.room.groupId, answersShown), today)) seen.add(each.id);
  }
  for (const each of await db().steelman.findMany({ where: { deletedAt: null }, include: { room: true } })) {
    const facts = { authorId: each.authorId, deleted: false };
    if (can(actor, "steelman.see", facts, room(each.room.groupId, answersShown), today)) seen.add(each.id);
  }
  const whole = room(null, shown);
  for (const piece of await db().evidence.findMany({
    where: { deletedAt: null },
    include: { notes: { where: { deletedAt: null } } },
  })) {
    const facts = { authorId: piece.authorId, filed: piece.filedAt !== null, deleted: false };
    if (!can(actor, "evidence.see", facts, whole, today)) continue;
    seen.add(piece.id);
    for (const note of piece.notes) {
      const isSeen = can(actor, "evidence.see", { ...facts, authorId: note.authorId }, whole, today);
      if (isSeen) seen.add(note.id);
    }
  }
  return seen;
}

const shows = async (assignment: Prisma.AssignmentUpdateInput, prompt: Prisma.PromptUpdateInput = {}) => {
  const open = { visibility: "open", postFirst: 1, names: "named", dueAt: inDays(3) } as const;
  await db().assignment.update({ where: { id: cast.assignmentId }, data: { ...open, ...assignment } });
  await db().prompt.update({
    where: { id: cast.promptId },
    data: { postFirst: false, pseudonyms: false, ...prompt },
  });
};
const circumstances: Record<string, Parameters<typeof shows>> = {
  open: [{}],
  "post first, and nobody has posted enough": [{ visibility: "postFirst", postFirst: 9 }],
  "post first, and whoever wrote has": [{ visibility: "postFirst", postFirst: 1 }],
  "closed until due": [{ visibility: "closedUntilDue" }],
  "due, and no more closed": [{ visibility: "closedUntilDue", dueAt: inDays(-1) }],
  "answer first": [{}, { postFirst: true }],
  "not open yet": [{ opensAt: inDays(1), dueAt: inDays(2) }],
};

const asked = (access: CourseAccess, at = 1) =>
  citedParagraph(access, { ...target(), paragraphId: cast.paragraphIds[at] ?? "" }, today);

describe.each(Object.entries(circumstances))("%s", (_, [assignment, prompt]) => {
  beforeAll(() => shows({ opensAt: inDays(-4), ...assignment }, prompt));

  it.each(people)("tells %s of what the policy lets them see, in list and counts", async (who) => {
    const access = cast[who];
    if (assignment.opensAt && access.actor.role !== "instructor" && access.actor.role !== "assistant") {
      await expect(asked(access)).rejects.toMatchObject({ refusal: { code: "not-found" } });
      await expect(citedInReading(access, cast.readingId, today)).rejects.toThrow();
      return;
    }
    const { items, total } = await asked(access);
    const wanted = await seenBy(access);
    expect(new Set(items.map(({ id }) => id))).toEqual(wanted);
    expect(total).toBe(wanted.size);
    const { paragraphs } = await citedInReading(access, cast.readingId, today);
    const counts = paragraphs.find(({ position }) => position === 2);
    const of = (...kinds: string[]) => items.filter(({ at }) => kinds.includes(at.kind)).length;
    const told = [counts?.comments, counts?.responses, counts?.notes, counts?.evidence];
    expect(told.map((count) => count ?? 0)).toEqual([
      of("comment"),
      of("response", "steelman"),
      of("note"),
      of("evidence"),
    ]);
    expect(paragraphs.filter(({ position }) => position !== 2)).toEqual([]);
  });
});

describe("what is told of each", () => {
  beforeAll(() => shows({ opensAt: inDays(-4) }));

  it("says who, where, for which position, and with what words around", async () => {
    const { items } = await asked(cast.ada);
    const comment = items.find((item) => item.at.kind === "comment" && !item.mine && item.about);
    expect(comment).toMatchObject({
      about: "Charter",
      anchor: "sound",
      at: { readingId: cast.readingId, reading: 1, position: 0 },
      snippet: { before: "As it says", after: "there." },
    });
    const response = items.find((item) => item.at.kind === "response");
    expect(response?.snippet).toEqual({ before: "First 1 ¶1, then", after: ", and no more." });
    expect(items.find(({ at }) => at.kind === "evidence")).toMatchObject({
      snippet: { before: "It is no treaty.", after: "" },
      at: { positionId: cast.positionId, dimensionId: cast.dimensionId, relation: "supports" },
    });
  });

  it("says no name and no key of a classmate where there are aliases", async () => {
    const without = (found: unknown) => {
      const told = JSON.stringify(found);
      for (const who of ["liming", "stranger"] as const) expect(told).not.toContain(idOf(who));
      expect(told).not.toMatch(/Li Ming|Zofia/);
    };
    await shows({ names: "pseudonyms" });
    without(await asked(cast.ada));
    expect(JSON.stringify(await asked(cast.instructor))).toContain("Li Ming");
    await shows({}, { pseudonyms: true });
    without((await asked(cast.ada)).items.filter(({ at }) => at.kind === "response"));
    expect(JSON.stringify(await asked(cast.ada))).toContain("Li Ming");
  });

  it("hides answers from whoever owes one, and not what else is said", async () => {
    await shows({}, { postFirst: true });
    const kinds = async (access: CourseAccess) =>
      new Set((await asked(access)).items.map(({ at }) => at.kind));
    const hidden = (await asked(cast.ada)).items.filter(
      ({ at, mine }) => at.kind === "response" || (at.kind === "steelman" && !mine),
    );
    expect(hidden).toEqual([]);
    expect(await kinds(cast.ada)).toContain("comment");
    expect(await kinds(cast.liming)).toContain("response");
  });

  it("counts what was merged once, and lists one's own with it", async () => {
    await shows({});
    const [kept, ...rest] = await db().evidence.findMany({
      where: { filedAt: { not: null }, deletedAt: null },
    });
    const ids = rest.map(({ id }) => id);
    await db().evidence.updateMany({ where: { id: { in: ids } }, data: { mergedIntoId: kept?.id ?? null } });
    const { items } = await asked(cast.observer);
    expect(items.filter(({ at }) => at.kind === "evidence").map(({ id }) => id)).toEqual([kept?.id]);
    await db().evidence.updateMany({ where: { id: { in: ids } }, data: { mergedIntoId: null } });
  });

  it("finds nothing in a paragraph of another text", async () => {
    const other = await makeCourse();
    const paragraphId = other.paragraphIds[0] ?? "";
    await expect(
      citedParagraph(cast.ada, { readingId: cast.readingId, paragraphId }, today),
    ).rejects.toMatchObject({ refusal: { code: "not-found" } });
  });
});
