import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { deleteEvidence } from "@/server/commands/evidence/delete-evidence";
import { recordEvidence } from "@/server/commands/evidence/record-evidence";
import type { CourseAccess } from "@/server/queries/course-access";
import { notesOn } from "@/server/queries/note";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { passageAtWork } from "@/server/testing/matrix/evidence-scene";
import { deleteNote } from "./delete-note";
import { editNote } from "./edit-note";
import { postNote } from "./post-note";

let cast: Cast;
let on: { kind: "evidence"; id: string };
beforeEach(async () => {
  cast = await makeCourse();
  on = { kind: "evidence", id: uuidv7() };
  await recordEvidence(cast.ada, { ...passageAtWork(cast, "It binds nobody."), id: on.id }, today);
});

const refused = (code: string) => ({ refusal: { code } });
const post = (access: CourseAccess, body = "Whose consent? [[1 ¶2]]", at = today) =>
  postNote(access, { id: uuidv7(), on, body }, at);

describe("notes under a piece of evidence", () => {
  it("are posted once, with what they cite, by anybody of the class", async () => {
    const sent = { id: uuidv7(), on, body: "As in [[1 ¶2]]" };
    const [one, other] = await Promise.all([
      postNote(cast.stranger, sent, today),
      postNote(cast.stranger, sent, today),
    ]);
    expect(other).toEqual(one);
    expect(one).toMatchObject({ mine: true, version: 1, can: { edit: true, delete: true } });
    expect(one.citations).toMatchObject([{ position: 0, reading: 1, paragraph: 2 }]);
    await post(cast.instructor);
    expect((await notesOn(cast.observer, on, today)).map((note) => note.author.name)).toEqual([
      "Zofia",
      "Inés",
    ]);
    expect(await db().event.count({ where: { type: "note.posted", subjectId: sent.id } })).toBe(1);
    await expect(postNote(cast.liming, sent, today)).rejects.toMatchObject(refused("id-taken"));
  });

  it("are not taken under an id that stands under something else", async () => {
    const sent = { id: uuidv7(), on, body: "Whose?" };
    await postNote(cast.liming, sent, today);
    const elsewhere = uuidv7();
    await recordEvidence(cast.ada, { ...passageAtWork(cast, "Another."), id: elsewhere }, today);
    const reused = { ...sent, on: { ...on, id: elsewhere } };
    await expect(postNote(cast.liming, reused, today)).rejects.toMatchObject(refused("id-taken"));
    await expect(postNote(cast.liming, reused, inDays(6))).rejects.toMatchObject(refused("id-taken"));
  });

  it("are taken until the close, from those who write, under what is filed and stands", async () => {
    const draft = { ...passageAtWork(cast, ""), file: false };
    await recordEvidence(cast.ada, draft, today);
    const underDraft = { id: uuidv7(), on: { kind: "evidence" as const, id: draft.id }, body: "Mine." };
    await expect(postNote(cast.ada, underDraft, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(post(cast.observer)).rejects.toMatchObject(refused("not-allowed"));
    await expect(post(cast.liming, "Late.", inDays(6))).rejects.toMatchObject(refused("closed"));
    await expect(post(cast.instructor, "Late.", inDays(6))).resolves.toMatchObject({ mine: true });
    await deleteEvidence(cast.ada, on.id, today);
    await expect(post(cast.ada)).rejects.toMatchObject(refused("deleted"));
    await expect(post(cast.liming)).rejects.toMatchObject(refused("not-found"));
  });

  it("let one of two edits at once stand, and show the other what it says", async () => {
    const note = await post(cast.liming);
    const edits = await Promise.allSettled(
      ["One.", "Other."].map((body) => editNote(cast.liming, { id: note.id, version: 1, body }, today)),
    );
    const stands = edits.find((edit) => edit.status === "fulfilled")?.value;
    expect(stands).toMatchObject({ version: 2, citations: [] });
    expect(edits.find((edit) => edit.status === "rejected")?.reason).toMatchObject({
      refusal: { code: "stale", current: { version: 2, text: stands?.body } },
    });
    const again = { id: note.id, version: 1, body: stands?.body ?? "" };
    expect(await editNote(cast.liming, again, today)).toEqual(stands);
    await expect(editNote(cast.instructor, { ...again, version: 2 }, today)).rejects.toMatchObject(
      refused("not-allowed"),
    );
    await expect(editNote(cast.liming, { ...again, version: 2, body: "!" }, inDays(6))).rejects.toMatchObject(
      refused("closed"),
    );
  });

  it("leave their place when deleted, by their author or staff", async () => {
    const note = await post(cast.liming);
    await expect(deleteNote(cast.ada, note.id, today)).rejects.toMatchObject(refused("not-allowed"));
    await expect(deleteNote(cast.liming, note.id, inDays(6))).rejects.toMatchObject(refused("closed"));
    const gone = await deleteNote(cast.assistant, note.id, today);
    expect(gone).toMatchObject({
      body: "",
      deleted: true,
      citations: [],
      can: { edit: false, delete: false },
    });
    expect(await deleteNote(cast.liming, note.id, today)).toMatchObject({ deleted: true });
    const [kept] = await db().noteVersion.findMany({ where: { noteId: note.id } });
    expect(kept).toMatchObject({ version: 1, body: note.body });
    await expect(editNote(cast.liming, { id: note.id, version: 2, body: "!" }, today)).rejects.toMatchObject(
      refused("deleted"),
    );
    expect(await notesOn(cast.ada, on, today)).toHaveLength(1);
  });
});

describe("notes under a difference", () => {
  it("are one thread of the whole class, under the names that hold there", async () => {
    const termId = uuidv7();
    const id = uuidv7();
    await db().term.create({ data: { id: termId, courseId: cast.courseId, position: 1, name: "order" } });
    const [left = "", right = ""] = cast.paragraphIds;
    await db().termDifference.create({
      data: {
        id,
        courseId: cast.courseId,
        termId,
        authorId: cast.ada.actor.membershipId,
        leftReadingId: cast.readingId,
        leftParagraphId: left,
        rightReadingId: cast.readingId,
        rightParagraphId: right,
        claim: "The one is a rule, the other a habit.",
      },
    });
    const under = { kind: "difference" as const, id };
    const say = (access: CourseAccess) =>
      postNote(access, { id: uuidv7(), on: under, body: "Is it? [[1 ¶1]]" }, today);
    const note = await say(cast.liming);
    await say(cast.stranger);
    await expect(say(cast.observer)).rejects.toMatchObject(refused("not-allowed"));
    expect(await editNote(cast.liming, { id: note.id, version: 1, body: "It is." }, today)).toMatchObject({
      version: 2,
    });
    expect(await notesOn(cast.ada, under, today)).toHaveLength(2);

    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "closedUntilDue", names: "pseudonyms" },
    });
    expect(await notesOn(cast.ada, under, today)).toEqual([]);
    await expect(notesOn(cast.liming, under, today)).rejects.toMatchObject(refused("not-found"));
    await expect(deleteNote(cast.liming, note.id, today)).rejects.toMatchObject(refused("not-found"));
    await say(cast.ada);
    expect(await db().alias.count({ where: { membershipId: cast.ada.actor.membershipId } })).toBe(1);
  });
});
