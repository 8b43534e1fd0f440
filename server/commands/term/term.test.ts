import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { TermSave } from "@/domain/prompt/term-input";
import { type Refusal, Refused } from "@/domain/refusal";
import { db, transaction } from "@/server/adapters/db";
import { postNote } from "@/server/commands/note/post-note";
import { termList, termPage } from "@/server/queries/term";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { deleteDifference } from "./delete-difference";
import { orderTerms } from "./order-terms";
import { removeTerm } from "./remove-term";
import { saveTerm } from "./save-term";
import { stateDifference } from "./state-difference";

async function refusalOf(work: Promise<unknown>): Promise<Refusal | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const term = (what: Partial<TermSave> = {}): TermSave => ({
  id: uuidv7(),
  version: 0,
  name: "treaty",
  gloss: "",
  forms: [
    { language: "en", words: "treaty" },
    { language: "ru", words: "неделимая безопасность" },
    { language: "zh", words: "不可分割的安全" },
  ],
  ...what,
});

const said = (saved: { id: string }, of: Cast = cast) => ({
  id: uuidv7(),
  termId: saved.id,
  left: { readingId: of.readingId, paragraphId: of.paragraphIds[0] ?? "" },
  right: { readingId: of.readingId, paragraphId: of.paragraphIds[1] ?? "" },
  claim: "One binds, one does not.",
});

/** Another assignment, with a text of its own. */
async function secondReading(what: { publishedAt?: Date | null; opensAt?: Date; names?: "pseudonyms" } = {}) {
  const { courseId } = cast;
  const assignmentId = uuidv7();
  const readingId = uuidv7();
  const versionId = uuidv7();
  const ids = [uuidv7(), uuidv7()];
  await db().assignment.create({
    data: {
      id: assignmentId,
      courseId,
      position: 2,
      title: "Week 2",
      publishedAt: inDays(-5),
      opensAt: inDays(-4),
      dueAt: inDays(3),
      closesAt: inDays(5),
      points: 20,
      ...what,
    },
  });
  const paragraphs = [
    { text: "No treaties were signed. Of trea\u00adty law, nothing.", language: null },
    { text: "Nothing here.", language: null },
  ].map((row, at) => ({
    ...row,
    id: ids[at] ?? "",
    courseId,
    position: at + 1,
    number: at + 1,
    kind: "paragraph" as const,
  }));
  await db().source.create({
    data: {
      id: uuidv7(),
      courseId,
      createdById: cast.instructor.actor.membershipId,
      versions: {
        create: {
          id: versionId,
          courseId,
          number: 1,
          title: "Two",
          paragraphs: { createMany: { data: paragraphs } },
        },
      },
    },
  });
  await db().paragraphTranslation.createMany({
    data: [
      { paragraphId: ids[1] ?? "", courseId, language: "ru", text: "Ничего о неделимой безопасности." },
      { paragraphId: ids[1] ?? "", courseId, language: "zh-Hans", text: "坚持不可分割的安全。" },
    ],
  });
  await db().reading.create({ data: { id: readingId, courseId, assignmentId, versionId, position: 2 } });
  return { assignmentId, readingId, paragraphIds: ids };
}

describe("a term", () => {
  it("is found in every reading that is open, in any language", async () => {
    const second = await secondReading();
    const saved = await saveTerm(cast.instructor, term(), today);
    const page = await termPage(cast.ada, saved.id, today);
    expect(page.readings.map(({ number, uses }) => [number, uses.map(({ paragraph }) => paragraph)])).toEqual(
      [
        [1, [2]],
        [2, [1, 2]],
      ],
    );
    const [, other] = page.readings;
    const marked = other?.uses.flatMap(({ excerpts }) =>
      excerpts.map(({ text, marks, ...rest }) => ({
        ...rest,
        words: marks.map(([start, end]) => text.slice(start, end)),
      })),
    );
    expect(marked).toEqual([
      { language: "en", translation: false, words: ["treaties", "trea\u00adty"] },
      { language: "ru", translation: true, words: ["неделимой безопасности"] },
      { language: "zh-Hans", translation: true, words: ["不可分割的安全"] },
    ]);
    expect((await termList(cast.ada, today)).terms).toMatchObject([
      {
        name: "treaty",
        uses: [
          { readingId: cast.readingId, count: 1 },
          { readingId: second.readingId, count: 2 },
        ],
      },
    ]);
  });

  it("is not found in what is not open yet, nor for students in what is not published", async () => {
    const second = await secondReading({ opensAt: inDays(1) });
    const saved = await saveTerm(cast.instructor, term(), today);
    const readings = async (who: "ada" | "observer" | "instructor") =>
      (await termPage(cast[who], saved.id, today)).readings.map(({ number }) => number);
    expect([await readings("ada"), await readings("observer")]).toEqual([[1], [1]]);
    expect(await readings("instructor")).toEqual([1, 2]);
    const asked = said(saved, { ...cast, ...second });
    expect(await refusalOf(stateDifference(cast.ada, asked, today))).toEqual({ code: "not-found" });
  });

  it("is saved by one of two who change it at once; the other is told", async () => {
    const saved = await saveTerm(cast.instructor, term(), today);
    const changed = (name: string) => term({ id: saved.id, version: 1, name });
    const answers = await Promise.all([
      refusalOf(saveTerm(cast.instructor, changed("pact"), today)),
      refusalOf(saveTerm(cast.assistant, changed("accord"), today)),
    ]);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers.find((answer) => answer !== "done")).toMatchObject({
      code: "stale",
      current: { version: 2, text: expect.stringMatching(/^(pact|accord)\n/) },
    });
  });

  it("is made once however often it is sent, and ordered", async () => {
    const [one, two] = [term({ name: "one" }), term({ name: "two" })];
    for (const each of [one, one, two]) await saveTerm(cast.instructor, each, today);
    const names = async () => (await termList(cast.ada, today)).terms.map(({ name }) => name);
    expect(await names()).toEqual(["one", "two"]);
    await orderTerms(cast.assistant, [two.id]);
    expect(await names()).toEqual(["two", "one"]);
    expect(await refusalOf(orderTerms(cast.ada, [one.id]))).toEqual({ code: "not-allowed" });
    const other = await makeCourse();
    expect(await refusalOf(saveTerm(other.instructor, one, today))).toEqual({ code: "id-taken" });
  });

  it("is deleted where nothing hangs on it, else kept, and can be put back", async () => {
    const [bare, used] = [term({ name: "bare" }), term({ name: "used" })];
    for (const each of [bare, used]) await saveTerm(cast.instructor, each, today);
    await stateDifference(cast.ada, said(used), today);
    expect(await removeTerm(cast.instructor, { id: bare.id, on: true }, today)).toEqual({
      id: bare.id,
      kept: false,
    });
    expect(await removeTerm(cast.instructor, { id: used.id, on: true }, today)).toEqual({
      id: used.id,
      kept: true,
    });
    expect((await termList(cast.ada, today)).terms).toEqual([]);
    expect(await refusalOf(termPage(cast.ada, used.id, today))).toEqual({ code: "not-found" });
    expect((await termList(cast.instructor, today)).removed.map(({ name }) => name)).toEqual(["used"]);
    await removeTerm(cast.assistant, { id: used.id, on: false }, today);
    expect((await termPage(cast.ada, used.id, today)).differences).toHaveLength(1);
  });
});

describe("a difference", () => {
  let saved: { id: string };
  beforeEach(async () => {
    saved = await saveTerm(cast.instructor, term(), today);
  });
  const seenBy = async (who: "ada" | "liming" | "stranger" | "observer" | "instructor") =>
    (await termPage(cast[who], saved.id, today)).differences.map(({ id }) => id);

  it("is stated once however often it is sent, by students and staff", async () => {
    const difference = said(saved);
    const view = await stateDifference(cast.ada, difference, today);
    expect(view).toMatchObject({ claim: difference.claim, mine: true, notes: 0, can: { delete: true } });
    expect(await stateDifference(cast.ada, difference, today)).toEqual(view);
    expect(await refusalOf(stateDifference(cast.liming, difference, today))).toEqual({ code: "id-taken" });
    expect(await refusalOf(stateDifference(cast.observer, said(saved), today))).toEqual({
      code: "not-allowed",
    });
    await stateDifference(cast.assistant, said(saved), today);
    expect(await db().event.count({ where: { courseId: cast.courseId, type: "difference.stated" } })).toBe(2);
  });

  it("shows to those who are shown others' words in both readings, and to its author", async () => {
    const second = await secondReading();
    const place = { readingId: second.readingId, paragraphId: second.paragraphIds[0] ?? "" };
    const { id } = await stateDifference(cast.ada, { ...said(saved), right: place }, today);
    expect(await seenBy("liming")).toEqual([id]);
    await db().assignment.update({
      where: { id: second.assignmentId },
      data: { visibility: "postFirst", postFirst: 1 },
    });
    expect([await seenBy("liming"), await seenBy("stranger")]).toEqual([[], []]);
    expect([await seenBy("ada"), await seenBy("instructor"), await seenBy("observer")]).toEqual([
      [id],
      [id],
      [id],
    ]);
    expect((await termList(cast.liming, today)).terms[0]?.differences).toBe(0);
    expect(await refusalOf(deleteDifference(cast.liming, id, today))).toEqual({ code: "not-found" });
    await db().assignment.update({ where: { id: second.assignmentId }, data: { opensAt: inDays(1) } });
    expect([await seenBy("ada"), await seenBy("instructor")]).toEqual([[], [id]]);
  });

  it("goes by the stricter naming of the two", async () => {
    const second = await secondReading({ names: "pseudonyms" });
    await db().alias.create({
      data: {
        id: uuidv7(),
        courseId: cast.courseId,
        assignmentId: second.assignmentId,
        membershipId: cast.ada.actor.membershipId,
        name: "Quince",
      },
    });
    const place = { readingId: second.readingId, paragraphId: second.paragraphIds[0] ?? "" };
    const whole = said(saved);
    const named = await stateDifference(cast.ada, whole, today);
    const hidden = [
      await stateDifference(cast.ada, { ...said(saved), right: place }, today),
      await stateDifference(cast.ada, { ...said(saved), left: place }, today),
    ];
    const seen = (await termPage(cast.liming, saved.id, today)).differences;
    expect(seen.find(({ id }) => id === named.id)?.author.name).toBe("Ada");
    for (const { id } of hidden) expect(seen.find((each) => each.id === id)?.author.name).toBe("Quince");
    const text = JSON.stringify(seen.filter(({ id }) => id !== named.id));
    expect(text).not.toContain(cast.ada.actor.membershipId);
    const staff = (await termPage(cast.instructor, saved.id, today)).differences;
    expect(staff.find(({ id }) => id === hidden[0]?.id)?.author).toMatchObject({
      name: "Ada",
      alias: "Quince",
    });
  });

  it("is staff's to delete once something is said under it", async () => {
    const { id } = await stateDifference(cast.ada, said(saved), today);
    const note = { id: uuidv7(), on: { kind: "difference" as const, id }, body: "Not so." };
    await postNote(cast.liming, note, today);
    expect(await refusalOf(deleteDifference(cast.ada, id, today))).toEqual({ code: "not-allowed" });
    await deleteDifference(cast.assistant, id, today);
    expect(await seenBy("ada")).toEqual([]);
  });

  it("sent again is there, also when its term was taken out or its reading moved meanwhile", async () => {
    const difference = said(saved);
    const view = await stateDifference(cast.ada, difference, today);
    await removeTerm(cast.instructor, { id: saved.id, on: true }, today);
    expect(await stateDifference(cast.ada, difference, today)).toEqual(view);
    expect(await refusalOf(stateDifference(cast.ada, said(saved), today))).toEqual({ code: "not-found" });
    const other = term({ name: "other" });
    await saveTerm(cast.instructor, other, today);
    const reused = { ...said(other), id: difference.id };
    expect(await refusalOf(stateDifference(cast.ada, reused, today))).toEqual({ code: "id-taken" });
  });

  /** Until another connection of this database stands before a lock. */
  const untilSomebodyWaits = async () => {
    for (let waiting = 0; waiting === 0; ) {
      const [row] = await db().$queryRaw<{ waiting: number }[]>`
        SELECT count(*)::int AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      waiting = row?.waiting ?? 0;
    }
  };

  it("is not deleted by its author while somebody is answering under it", async () => {
    const { id } = await stateDifference(cast.ada, said(saved), today);
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const answering = transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "TermDifference" WHERE id = ${id}::uuid FOR SHARE`;
      begin();
      await untilSomebodyWaits();
      const { courseId, liming } = cast;
      const authorId = liming.actor.membershipId;
      await tx.note.create({ data: { id: uuidv7(), courseId, differenceId: id, authorId, body: "Not so." } });
    });
    await begun;
    expect(await refusalOf(deleteDifference(cast.ada, id, today))).toEqual({ code: "not-allowed" });
    await answering;
    expect(await seenBy("liming")).toEqual([id]);
  });

  it("is deleted by its author and by staff", async () => {
    const one = await stateDifference(cast.ada, said(saved), today);
    const two = await stateDifference(cast.ada, said(saved), today);
    expect(await refusalOf(deleteDifference(cast.liming, one.id, today))).toEqual({ code: "not-allowed" });
    await deleteDifference(cast.ada, one.id, today);
    await deleteDifference(cast.assistant, two.id, today);
    expect(await seenBy("instructor")).toEqual([]);
    expect(await refusalOf(deleteDifference(cast.ada, one.id, today))).toEqual({ code: "not-found" });
  });
});
