import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { findWords } from "@/domain/find/words";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import type { CourseAccess } from "./course-access";
import { searchReading } from "./search";

let cast: Cast;
beforeAll(async () => {
  cast = await makeCourse();
});

let number = 10;
/** A published text in the cast's assignment. */
async function reading(
  language: string,
  texts: (string | { text: string; language: string })[],
): Promise<Id> {
  const { courseId, assignmentId } = cast;
  const [readingId, sourceId, versionId] = [uuidv7(), uuidv7(), uuidv7()];
  const createdById = cast.instructor.actor.membershipId;
  await db().source.create({ data: { id: sourceId, courseId, createdById } });
  const paragraphs = texts.map((each, at) => ({
    ...(typeof each === "string" ? { text: each } : each),
    id: uuidv7(),
    courseId,
    position: at + 1,
    number: at + 1,
    kind: "paragraph" as const,
  }));
  await db().sourceVersion.create({
    data: {
      id: versionId,
      courseId,
      sourceId,
      number: 1,
      title: "A text",
      language,
      publishedAt: today,
      paragraphs: { createMany: { data: paragraphs } },
    },
  });
  number += 1;
  await db().reading.create({
    data: { id: readingId, courseId, assignmentId, versionId, position: number },
  });
  return readingId;
}

const find = (readingId: Id, words: string, access: CourseAccess = cast.ada) =>
  searchReading(access, { readingId, words }, today);

/** The paragraphs found, each with what is marked in it. */
async function inText(readingId: Id, words: string) {
  const { paragraphs } = await find(readingId, words);
  return Object.fromEntries(
    paragraphs.map(({ position, snippet }) => [
      position,
      snippet.marks.map(([start, end]) => snippet.text.slice(start, end)),
    ]),
  );
}

async function says(access: CourseAccess, readingId: Id, body: string, what: object = {}) {
  const { id } = await postComment(
    access,
    {
      id: uuidv7(),
      readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience: "group",
      body,
      ...what,
    },
    today,
  );
  return id;
}

describe("in the text", () => {
  it("finds the forms of a word in English", async () => {
    const id = await reading("en", [
      "All “treaties” bind.",
      "A treaty binds.",
      "Nothing of the sort: a treat.",
      "They negotiated.",
    ]);
    expect(await inText(id, "treaty")).toEqual({ 1: ["treaties"], 2: ["treaty"] });
    expect(await inText(id, "negotiating")).toEqual({ 4: ["negotiated"] });
    expect(await inText(id, "the treaty")).toEqual({ 1: ["treaties"], 2: ["treaty"] });
    expect(await inText(id, "binding -all")).toEqual({ 2: ["binds"] });
    expect(Object.keys(await inText(id, "“treaty binds”"))).toEqual(["1", "2"]);
    expect(await inText(id, "“binds treaty”")).toEqual({});
    expect(Object.keys(await inText(id, "treat or negotiation"))).toEqual(["3", "4"]);
  });

  it("in German, with and without umlauts", async () => {
    const id = await reading("de", ["Die Verträge der Häuser.", "Ein Vertrag.", "Die Straße ist groß."]);
    expect(await inText(id, "Vertrages")).toEqual({ 1: ["Verträge"], 2: ["Vertrag"] });
    expect(await inText(id, "hauser")).toEqual({ 1: ["Häuser"] });
    expect(await inText(id, "STRASSE")).toEqual({ 3: ["Straße"] });
  });

  it("in Russian and Arabic", async () => {
    const russian = await reading("ru", ["Мы заключили «договоры».", "О ДОГОВОРЕ.", "Ещё нет."]);
    expect(await inText(russian, "договор")).toEqual({ 1: ["договоры"], 2: ["ДОГОВОРЕ"] });
    expect(await inText(russian, "еще")).toEqual({ 3: ["Ещё"] });
    const arabic = await reading("ar", ["وقعت الدول المعاهدات.", "هذه مُعَاهَدَة جديدة."]);
    expect(Object.keys(await inText(arabic, "معاهدة"))).toEqual(["1", "2"]);
  });

  it("in scripts without spaces", async () => {
    const chinese = await reading("zh-Hans", [
      "全球安全倡议不是条约。",
      "安全不可分割。",
      "人类命运共同体。",
    ]);
    expect(await inText(chinese, "安全")).toEqual({ 1: ["安全"], 2: ["安全"] });
    expect(await inText(chinese, "人")).toEqual({ 3: ["人"] });
    expect(await inText(chinese, "条约 倡议")).toEqual({ 1: ["倡议", "条约"] });
    const japanese = await reading("ja", ["これは条約ではない。", "データとガバナンス。"]);
    expect(await inText(japanese, "条約では")).toEqual({ 1: ["条約では"] });
    expect(await inText(japanese, "ガバ")).toEqual({ 2: ["ガバ"] });
    const thai = await reading("th", ["นี่ไม่ใช่สนธิสัญญา"]);
    expect(Object.keys(await inText(thai, "สนธิ"))).toEqual(["1"]);
  });

  it("finds pieces of words, accents or not, and takes % and _ for what they are", async () => {
    const id = await reading("en", [
      "The secretariat of the café.",
      "Some 50% of a_b, or C:\\temp.",
      "Some 501 of axb.",
    ]);
    expect(await inText(id, "cretari")).toEqual({ 1: ["cretari"] });
    expect(await inText(id, "CAFE")).toEqual({ 1: ["café"] });
    expect(Object.keys(await inText(id, "50%"))).toEqual(["2"]);
    expect(await inText(id, "a_b")).toEqual({ 2: ["a_b"] });
    expect(await inText(id, "C:\\temp")).toEqual({ 2: ["C:\\temp"] });
    expect(await inText(id, "%%")).toEqual({});
    expect(await inText(id, "__")).toEqual({});
  });

  it("reads a paragraph in its own language, and what stands beside it", async () => {
    const id = await reading("en", ["An order.", { text: "Die Verträge.", language: "de" }]);
    expect(await inText(id, "Vertrag")).toEqual({ 2: ["Verträge"] });
    const { version } = await db().reading.findUniqueOrThrow({
      where: { id },
      select: { version: { select: { paragraphs: { select: { id: true }, where: { position: 1 } } } } },
    });
    await db().paragraphTranslation.create({
      data: {
        paragraphId: version.paragraphs[0]?.id ?? "",
        courseId: cast.courseId,
        language: "fr",
        text: "Des traités signés.",
      },
    });
    expect(await inText(id, "traité")).toEqual({ 1: ["traités"] });
  });

  it("lists the best fifty and counts all", async () => {
    const id = await reading("en", [
      ...Array.from({ length: 60 }, (_, at) => `Order ${at}, among many other words that are said here.`),
      "Order, order, order.",
    ]);
    const { paragraphs, totals } = await find(id, "orders");
    expect(totals).toEqual({ paragraphs: 61, comments: 0 });
    expect(paragraphs).toHaveLength(50);
    expect(paragraphs[0]?.position).toBe(61);
  });
});

describe("in the comments", () => {
  it("finds what this person may see, and follows edits and deletions", async () => {
    const id = await reading("de", ["Nichts."]);
    const open = await says(cast.liming, id, "A **consenting** voice");
    await says(cast.liming, id, "private consent", { audience: "private" });
    await says(cast.liming, id, "consent, for staff", { audience: "instructors" });
    await says(cast.stranger, id, "consent elsewhere");
    const german = await says(cast.ada, id, "Über Verträge und consent");

    const seen = async (access: CourseAccess, words = "consent") =>
      (await find(id, words, access)).comments.map(({ snippet }) => snippet.text).sort();
    expect(await seen(cast.ada)).toEqual(["A consenting voice", "Über Verträge und consent"]);
    expect(await seen(cast.stranger)).toEqual(["consent elsewhere"]);
    expect(await seen(cast.observer)).toHaveLength(3);
    expect(await seen(cast.instructor)).toHaveLength(4);
    expect(await seen(cast.liming)).toHaveLength(4);
    expect(await seen(cast.ada, "vertrag")).toEqual(["Über Verträge und consent"]);

    const edit = { id: open, version: 1, signal: null, body: "A voice against" };
    await editComment(cast.liming, edit, today);
    await deleteComment(cast.ada, german, today);
    expect(await seen(cast.ada)).toEqual([]);
    expect(await seen(cast.ada, "voices")).toEqual(["A voice against"]);
  });

  it("says whose it is, by alias where there are pseudonyms, and where it stands", async () => {
    const paragraphId = cast.paragraphIds[1] ?? null;
    await says(cast.liming, cast.readingId, "Whose secretariat?", { paragraphId });
    const { comments } = await find(cast.readingId, "secretariats");
    expect(comments).toMatchObject([{ position: 2, author: { name: "Li Ming" } }]);
    const where = { id: cast.assignmentId };
    await db().assignment.update({ where, data: { names: "pseudonyms" } });
    const answer = JSON.stringify(await find(cast.readingId, "secretariat"));
    await db().assignment.update({ where, data: { names: "named" } });
    expect(answer).toContain("Whose secretariat?");
    expect(answer).not.toContain("Li Ming");
    expect(answer).not.toContain(cast.liming.actor.membershipId);
  });

  it("does not show what is hidden until one has posted", async () => {
    const id = await reading("en", ["Nothing."]);
    await says(cast.liming, id, "hidden sovereignty");
    const where = { id: cast.assignmentId };
    await db().assignment.update({ where, data: { visibility: "postFirst", postFirst: 99 } });
    const hidden = await find(id, "sovereignty");
    await db().assignment.update({ where, data: { visibility: "open" } });
    expect(hidden).toMatchObject({ comments: [], totals: { comments: 0 } });
    expect(await find(id, "sovereignty")).toMatchObject({ totals: { comments: 1 } });
  });
});

const signs = `'"\\%_-!&|():*<>@~?[]{}^$.,;/#=+\`“”«»٪％ '':*"" \\' -- /* */ a:b:c !a &b |c (d <-> e`.split(
  "",
);
const hostile = [
  '\'; DROP TABLE "Comment"; --',
  "\\",
  "\\\\%",
  '"',
  '"""',
  '-"',
  "- - -",
  "or or or",
  "-or",
  "\0\u0001",
  "\ud800",
  "\u202e\u200b\u2066",
  "a\u0301\u0301\u0301",
  "👩‍👩‍👧‍👦",
  "%s%n%x",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "x".repeat(200),
  "%".repeat(200),
  "_ ".repeat(100),
  '" '.repeat(100),
  "-a ".repeat(66),
  "مـــعاهدة",
  ..."& | ! :* <-> ( ) ' a:* 'a':*B".split(" "),
  ...signs.flatMap((sign, at) => [
    sign,
    `${sign}${signs[(at * 7) % signs.length]}war${sign}`,
    `war ${sign}peace`,
  ]),
];

it(`answers ${hostile.length} hostile strings without an error`, async () => {
  expect(hostile.length).toBeGreaterThanOrEqual(200);
  for (const words of hostile) {
    const parsed = findWords.safeParse(words);
    if (!parsed.success) continue;
    const { paragraphs, comments } = await find(cast.readingId, parsed.data);
    for (const { snippet } of [...paragraphs, ...comments]) {
      for (const [start, end] of snippet.marks)
        expect(snippet.text.slice(start, end).length).toBe(end - start);
    }
  }
}, 60_000);
