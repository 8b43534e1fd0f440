import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { NewComment } from "@/domain/comment/comment";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { publishSource } from "@/server/commands/source/publish-source";
import { reviseSource } from "@/server/commands/source/revise-source";
import { saveSource } from "@/server/commands/source/save-source";
import { findComment } from "@/server/queries/comment";
import { previewEdition } from "@/server/queries/edition";
import { readingPage } from "@/server/queries/reading";
import { sourceOf, sourcesOf } from "@/server/queries/source";
import { type Cast, makeCourse, texts, today } from "@/server/testing/cast";
import { moveReading } from "./move-reading";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  );

const on = (paragraph: number, quote: string | null): NewComment => {
  const start = quote === null ? 0 : (texts[paragraph]?.indexOf(quote) ?? 0);
  return {
    id: uuidv7(),
    readingId: cast.readingId,
    paragraphId: cast.paragraphIds[paragraph] ?? null,
    passage: quote === null ? null : { start, end: start + quote.length, quote },
    signal: null,
    audience: "group",
    body: "Words.",
  };
};

/** The next version: a paragraph in front, the second one edited, the third one gone. */
async function nextVersion() {
  const draft = await reviseSource(cast.instructor, { id: cast.sourceId }, today);
  const [first, second] = draft.paragraphs.map(({ number: _number, ...row }) => row);
  if (!first || !second) throw new Error("no paragraphs");
  const { title, byline, origin, language } = draft;
  const paragraphs = [
    { ...first, id: uuidv7(), text: "A note before the text." },
    first,
    { ...second, text: second.text.replace("no members to admit", "hardly a member to admit") },
  ];
  const save = {
    id: cast.sourceId,
    revision: 1,
    draft: { title, byline, origin, language, paragraphs, setAside: [] },
  };
  await saveSource(cast.instructor, save, today);
  return publishSource(cast.instructor, { id: cast.sourceId, revision: 2 }, today);
}

const move = (versionId: string) =>
  moveReading(cast.instructor, { readingId: cast.readingId, versionId, from: cast.versionId }, today);

describe("the next version of a source", () => {
  it("begins with the same words, and the readings stay where they are", async () => {
    const draft = await reviseSource(cast.instructor, { id: cast.sourceId }, today);
    expect(draft).toMatchObject({ number: 2, publishedAt: null, assigned: [{ version: 1 }] });
    expect(draft.paragraphs.map((row) => row.text)).toEqual(texts);
    const [again, twice] = await Promise.all([
      reviseSource(cast.instructor, { id: cast.sourceId }, today),
      reviseSource(cast.assistant, { id: cast.sourceId }, today),
    ]);
    expect([again.versionId, twice.versionId]).toEqual([draft.versionId, draft.versionId]);
    expect((await readingPage(cast.ada, cast.readingId, today)).paragraphs.map((row) => row.id)).toEqual(
      cast.paragraphIds,
    );
    expect(await sourcesOf(cast.instructor)).toMatchObject([
      { publishedAt: null, assigned: [{ version: 1 }] },
    ]);
  });
});

describe("moving a reading to it", () => {
  it("says beforehand what becomes of everything, and then does just that", async () => {
    const kept = on(0, "little was said");
    const touched = on(1, "no members to admit");
    const gone = on(2, "working together");
    const whole = on(1, null);
    for (const comment of [kept, touched, gone, whole]) await postComment(cast.ada, comment, today);
    const cites = { ...on(0, null), id: uuidv7(), body: "As said in [[1 ¶2]] and in [[1 ¶3]]." };
    await postComment(cast.liming, cites, today);
    const { versionId } = await nextVersion();

    const preview = await previewEdition(cast.instructor, { readingId: cast.readingId, versionId });
    expect(preview).toMatchObject({
      number: 2,
      comments: { sound: 2, changed: 2, lost: 1 },
      citations: { sound: 0, changed: 1, lost: 1 },
    });
    expect(preview.troubled[0]).toMatchObject({ words: "no members to admit", now: expect.any(String) });

    await move(versionId);
    await move(versionId);
    const now = await sourceOf(cast.instructor, cast.sourceId);
    const rows = await db().comment.findMany({ where: { readingId: cast.readingId } });
    const row = (id: string) => rows.find((each) => each.id === id);
    expect(row(kept.id)).toMatchObject({
      paragraphId: now.paragraphs[1]?.id,
      anchor: "sound",
      quote: "little was said",
    });
    expect(row(touched.id)).toMatchObject({
      paragraphId: now.paragraphs[2]?.id,
      anchor: "changed",
      formerQuote: "no members to admit",
    });
    expect(row(gone.id)).toMatchObject({
      paragraphId: null,
      quote: null,
      anchor: "lost",
      formerQuote: "working together",
    });
    expect(row(whole.id)).toMatchObject({ paragraphId: now.paragraphs[2]?.id, anchor: "changed" });
    const citations = await db().citation.findMany({ orderBy: { position: "asc" } });
    expect(citations.filter((each) => each.commentId === cites.id)).toMatchObject([
      { anchor: "changed", paragraphId: now.paragraphs[2]?.id, formerParagraphId: cast.paragraphIds[1] },
      { anchor: "lost", paragraphId: cast.paragraphIds[2] },
    ]);
    expect((await findComment(cast.liming, gone.id, today)).wire).toMatchObject({
      paragraphId: null,
      moved: { to: "lost", words: "working together" },
    });
    expect((await readingPage(cast.ada, cast.readingId, today)).paragraphs).toHaveLength(3);
    expect(await codeOf(postComment(cast.ada, on(0, "little was said"), today))).toBe("not-found");
  });

  it("loses nothing that is posted at the same moment: it is carried along, or refused with its words", async () => {
    const { versionId } = await nextVersion();
    const posts = Array.from({ length: 12 }, () => on(0, "little was said"));
    const [, ...outcomes] = await Promise.all([
      move(versionId),
      ...posts.map((comment) => codeOf(postComment(cast.ada, comment, today))),
    ]);
    const now = await sourceOf(cast.instructor, cast.sourceId);
    const rows = await db().comment.findMany({ where: { readingId: cast.readingId } });
    expect(rows).toHaveLength(outcomes.filter((code) => code === "not refused").length);
    for (const each of rows) expect(each.paragraphId).toBe(now.paragraphs[1]?.id);
    for (const code of outcomes) expect(["not refused", "anchor-mismatch", "not-found"]).toContain(code);
  });

  it("is refused to another text, to a draft, from a version that is no longer read, and to students", async () => {
    const other = await makeCourse();
    const draft = await reviseSource(cast.instructor, { id: cast.sourceId }, today);
    expect(await codeOf(move(other.versionId))).toBe("not-found");
    expect(await codeOf(move(draft.versionId))).toBe("not-published");
    const input = { readingId: cast.readingId, versionId: draft.versionId, from: cast.versionId };
    expect(await codeOf(moveReading(cast.ada, input, today))).toBe("not-allowed");
    await publishSource(cast.instructor, { id: cast.sourceId, revision: 1 }, today);
    expect(await codeOf(moveReading(cast.instructor, { ...input, from: other.versionId }, today))).toBe(
      "stale",
    );
  });
});
