import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { type SourceSave, sourceDraft } from "@/domain/source/draft";
import { db } from "@/server/adapters/db";
import { sourceOf, sourcesOf } from "@/server/queries/source";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { deleteSource } from "./delete-source";
import { importSource } from "./import-source";
import { publishSource } from "./publish-source";
import { saveSource } from "./save-source";

let cast: Cast;
beforeAll(async () => {
  cast = await makeCourse();
});

const essay = `The weight in the hold

By Nora Lind

A ship that carries nothing rolls in the lightest wind, and so its master takes on stones.

Nobody writes a poem to the stones, though without them there would be no voyage to write about.
`;

const text = (words: string, id = uuidv7()) => ({ id, from: { kind: "text" as const, text: words } });
const file = (name: string, bytes: Uint8Array) => ({
  id: uuidv7(),
  from: { kind: "file" as const, name, bytes: Buffer.from(bytes).toString("base64") },
});
const refusal = (reason: string) => ({ refusal: { code: "unreadable-file", reason } });

async function imported(words = essay) {
  const { sourceId } = await importSource(cast.instructor, text(words), today);
  return sourceOf(cast.instructor, sourceId);
}

const asDraft = (source: Awaited<ReturnType<typeof imported>>): SourceSave["draft"] =>
  sourceDraft.parse({ ...source });

describe("an import", () => {
  test("makes a draft with its paragraphs, once however often it is sent", async () => {
    const input = text(essay);
    await Promise.all([1, 2, 3].map(() => importSource(cast.instructor, input, today)));
    const source = await sourceOf(cast.instructor, input.id);
    expect(source).toMatchObject({ number: 1, revision: 1, publishedAt: null, assigned: [] });
    expect(source.paragraphs.map((row) => row.text)).toContain(
      "A ship that carries nothing rolls in the lightest wind, and so its master takes on stones.",
    );
    expect(await db().event.count({ where: { subjectId: input.id, type: "source.imported" } })).toBe(1);
  });

  test("of somebody else under the same id is refused", async () => {
    const input = text(essay);
    await importSource(cast.instructor, input, today);
    await expect(importSource(cast.assistant, input, today)).rejects.toMatchObject({
      refusal: { code: "id-taken" },
    });
  });

  test.each([
    ["nothing", file("a.txt", new Uint8Array()), "empty"],
    ["only space", text("  \n \n"), "empty"],
    ["20 MB", file("a.txt", new Uint8Array(20 * 1024 * 1024).fill(97)), "too-large"],
    [
      "a picture",
      file(
        "a.txt",
        Uint8Array.from({ length: 4000 }, (_, at) => (at * 73) % 256),
      ),
      "binary",
    ],
    ["a NUL", text("One sentence.\u0000\n\nAnother."), "binary"],
    ["countless paragraphs", text("Ab.\n\n".repeat(6_001)), "too-many"],
    ["a PDF by name", file("a.pdf", new TextEncoder().encode(essay)), "type"],
  ])("of %s is refused and leaves nothing", async (_name, input, reason) => {
    await expect(importSource(cast.instructor, input, today)).rejects.toMatchObject(refusal(reason));
    expect(await db().source.count({ where: { id: input.id } })).toBe(0);
  });

  test("reads Latin-1 with a warning, and UTF-16", async () => {
    const latin = file("latin.txt", Buffer.from("Un été à Genève, où l’on parle peu.", "latin1"));
    const { warnings } = await importSource(cast.instructor, latin, today);
    expect(warnings.map((warning) => warning.code)).toContain("encoding-guessed");
    const wide = file("wide.txt", Buffer.from(`\uFEFF${essay}`, "utf16le"));
    await importSource(cast.instructor, wide, today);
    const source = await sourceOf(cast.instructor, wide.id);
    expect(source.paragraphs.some((row) => row.text.startsWith("A ship"))).toBe(true);
  });

  test("takes a single line of 300 KB", async () => {
    const source = await imported("so it goes on ".repeat(22_000));
    expect(source.paragraphs.reduce((sum, row) => sum + row.text.length, 0)).toBeGreaterThan(300_000);
  });
});

test("a text of thousands of paragraphs is imported and saved", async () => {
  const source = await imported("This sentence stands alone, and says so.\n\n".repeat(5_000));
  expect(source.paragraphs).toHaveLength(5_000);
  const edit = { id: source.id, revision: 1, draft: { ...asDraft(source), title: "Long" } };
  expect((await saveSource(cast.instructor, edit, today)).revision).toBe(2);
});

describe("a draft", () => {
  test("is saved whole, numbered without headings and captions, and not over a newer one", async () => {
    const source = await imported();
    const rows = (["heading", "paragraph", "caption", "quote"] as const).map((kind) => ({
      id: uuidv4(),
      kind,
      level: null,
      text: `A ${kind}`,
      language: null,
    }));
    const draft = sourceDraft.parse({ ...asDraft(source), title: "Stones", paragraphs: rows });
    const edit = { id: source.id, revision: 1, draft };
    const saved = await saveSource(cast.instructor, edit, today);
    expect(saved).toMatchObject({ title: "Stones", revision: 2 });
    expect(saved.paragraphs.map((row) => row.number)).toEqual([null, 1, null, 2]);
    expect((await saveSource(cast.instructor, edit, today)).revision).toBe(2);

    const late = { ...edit, draft: { ...draft, title: "Too late" } };
    await expect(saveSource(cast.assistant, late, today)).rejects.toMatchObject({
      refusal: { code: "stale", current: { version: 2, text: expect.stringContaining("A quote") } },
    });
    expect((await sourceOf(cast.instructor, source.id)).title).toBe("Stones");
  });

  test("cannot take paragraphs of another text", async () => {
    const source = await imported();
    const [stolen = ""] = cast.paragraphIds;
    const row = { id: stolen, kind: "paragraph" as const, level: null, text: "Mine now", language: null };
    const draft = sourceDraft.parse({ ...asDraft(source), paragraphs: [row] });
    const edit = { id: source.id, revision: 1, draft };
    await expect(saveSource(cast.instructor, edit, today)).rejects.toMatchObject({
      refusal: { code: "id-taken" },
    });
    expect((await sourceOf(cast.instructor, source.id)).paragraphs).toEqual(source.paragraphs);
  });

  test("is deleted, a published one is not", async () => {
    const source = await imported();
    await deleteSource(cast.instructor, { id: source.id }, today);
    await expect(sourceOf(cast.instructor, source.id)).rejects.toMatchObject({
      refusal: { code: "not-found" },
    });
    await expect(deleteSource(cast.instructor, { id: cast.sourceId }, today)).rejects.toMatchObject({
      refusal: { code: "published" },
    });
  });
});

describe("publishing", () => {
  test("fixes the text for good, and may be repeated", async () => {
    const source = await imported();
    const first = await publishSource(cast.instructor, { id: source.id, revision: 1 }, today);
    expect(first.publishedAt).toEqual(today);
    const again = await publishSource(cast.instructor, { id: source.id, revision: 1 }, new Date());
    expect(again.publishedAt).toEqual(today);
    const edit = { id: source.id, revision: 1, draft: { ...asDraft(source), title: "Changed" } };
    await expect(saveSource(cast.instructor, edit, today)).rejects.toMatchObject({
      refusal: { code: "published" },
    });
    expect(await db().event.count({ where: { subjectId: source.id, type: "source.published" } })).toBe(1);
  });

  test("wants something to read, and what was saved last", async () => {
    const source = await imported();
    const draft = { ...asDraft(source), paragraphs: [] };
    const saved = await saveSource(cast.instructor, { id: source.id, revision: 1, draft }, today);
    const empty = publishSource(cast.instructor, { id: source.id, revision: saved.revision }, today);
    await expect(empty).rejects.toMatchObject({ refusal: { code: "nothing-to-read" } });

    const other = await imported();
    const late = publishSource(cast.instructor, { id: other.id, revision: 7 }, today);
    await expect(late).rejects.toMatchObject({ refusal: { code: "stale" } });
  });
});

describe("whoever has no business here", () => {
  test("students and observers are refused", async () => {
    for (const access of [cast.ada, cast.observer]) {
      const notAllowed = { refusal: { code: "not-allowed" } };
      await expect(importSource(access, text(essay), today)).rejects.toMatchObject(notAllowed);
      await expect(sourceOf(access, cast.sourceId)).rejects.toMatchObject(notAllowed);
      await expect(sourcesOf(access)).rejects.toMatchObject(notAllowed);
      await expect(deleteSource(access, { id: cast.sourceId }, today)).rejects.toMatchObject(notAllowed);
    }
  });

  test("another course's source does not exist", async () => {
    const elsewhere = await makeCourse();
    const notFound = { refusal: { code: "not-found" } };
    await expect(sourceOf(elsewhere.instructor, cast.sourceId)).rejects.toMatchObject(notFound);
    await expect(
      publishSource(elsewhere.instructor, { id: cast.sourceId, revision: 1 }, today),
    ).rejects.toMatchObject(notFound);
    await expect(deleteSource(elsewhere.instructor, { id: cast.sourceId }, today)).rejects.toMatchObject(
      notFound,
    );
  });
});
