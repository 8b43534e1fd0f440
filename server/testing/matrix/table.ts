import { v7 as uuidv7 } from "uuid";
import { today } from "../cast";
import { assignmentTable } from "./assignment-table";
import { anybody, course, type Entry, everyone, instructor, person, staff } from "./entry";
import { gradeTable } from "./grade-table";
import { gradebookTable } from "./gradebook-table";
import { groupTable } from "./group-table";
import { insightTable } from "./insight-table";
import { notificationTable } from "./notification-table";
import { positionsTable } from "./positions-table";
import { type Scene, scenePassword } from "./scene";

const comment = (scene: Scene) => ({
  comment: {
    id: uuidv7(),
    readingId: scene.readingId,
    paragraphId: scene.paragraphIds[1],
    passage: null,
    signal: "question",
    audience: "group",
    body: "Whose consent is meant here?",
    groupId: scene.groups.a,
  },
});
const everyThread = (scene: Scene) => ({
  readingId: scene.readingId,
  filter: { show: "all", person: null },
});
/** Every procedure, who may call it, and what they send. */
export const table: Record<string, Entry> = {
  "account.me": person(),
  "account.demoPeople": anybody(),
  "account.create": anybody(() => ({
    email: `${uuidv7()}@example.test`,
    name: "New",
    password: "long enough it is",
  })),
  "account.changePassword": person(() => ({ current: scenePassword, next: "another that is long" })),
  "account.signOutEverywhere": person(),

  "course.mine": person(),
  "course.create": person(() => ({
    id: uuidv7(),
    title: "New",
    subtitle: "",
    term: "",
    timeZone: "UTC",
    frame: { kind: "template", key: "motion" },
  })),
  "course.join": person((scene) => ({ code: scene.joinCode }), "out ok ok ok ok ok ok none out"),
  "course.frame": course(everyone),
  "course.overview": course(everyone),
  "course.people": course("ok ok no no ok"),
  "course.renewJoinCode": course(instructor, () => ({ open: true })),
  "course.changeMember": course(instructor, (scene) => ({
    change: { membershipId: scene.ada.actor.membershipId, role: "assistant", withdrawn: false },
  })),

  "reading.page": course(everyone, (scene) => ({ readingId: scene.readingId })),
  "reading.search": course(everyone, (scene) => ({ readingId: scene.readingId, words: "said" })),
  "reading.keepPlace": course(everyone, (scene) => ({ readingId: scene.readingId, position: 2 })),
  "comment.ofReading": course(everyone, (scene) => ({ readingId: scene.readingId })),
  "comment.post": course("ok ok ok ok no", comment),
  "comment.reply": course("ok ok ok none no", (scene) => ({
    reply: { id: uuidv7(), parentId: scene.commentId, body: "Loudly indeed." },
  })),
  "comment.edit": course("no no ok none no", (scene) => ({
    edit: { id: scene.commentId, version: 1, signal: null, body: "Little was said." },
  })),
  "comment.delete": course("ok ok ok none no", (scene) => ({ id: scene.commentId })),
  "comment.digest": course(everyone, everyThread),
  "comment.heads": course(everyone, (scene) => ({ ...everyThread(scene), positions: [0, 1, 2] })),
  "comment.ofParagraph": course(everyone, (scene) => ({ ...everyThread(scene), position: 1 })),
  "comment.thread": course("ok ok ok none ok", (scene) => ({ threadId: scene.commentId })),
  "comment.nextUnread": course(
    everyone,
    (scene) => ({ readingId: scene.readingId, position: 1, threadId: scene.commentId, back: false }),
    // Then the position counts: a thread may be gone in the meantime.
    { threadId: "ok" },
  ),
  "comment.people": course(everyone, (scene) => ({ readingId: scene.readingId })),
  "comment.history": course("ok ok ok none no", (scene) => ({ id: scene.commentId })),
  "comment.react": course("ok ok no none no", (scene) => ({
    id: scene.commentId,
    reaction: "same",
    on: true,
  })),
  "comment.resolve": course("ok ok ok none no", (scene) => ({ id: scene.commentId, on: true })),
  "comment.pin": course("ok ok no none no", (scene) => ({ id: scene.commentId, on: true })),
  "comment.answer": course("ok ok ok none no", (scene) => ({
    threadId: scene.commentId,
    replyId: scene.replyId,
  })),
  "comment.seen": course(
    everyone,
    (scene) => ({
      seen: {
        readingId: scene.readingId,
        threads: [{ id: scene.commentId, through: today.toISOString() }],
      },
    }),
    // Passed over.
    { "seen.threads.0.id": "ok" },
  ),
  "presence.report": course(everyone, (scene) => ({
    report: { readingId: scene.readingId, at: 1, typing: null },
  })),
  "presence.set": course(staff, () => ({ setting: { of: "course", on: false } })),

  ...positionsTable,
  ...groupTable,

  "source.list": course(staff),
  "source.get": course(staff, (scene) => ({ id: scene.draftSourceId })),
  "source.import": course(staff, () => ({ id: uuidv7(), from: { kind: "text", text: "A text to read." } })),
  "source.save": course(staff, (scene) => ({
    id: scene.draftSourceId,
    revision: 1,
    draft: {
      title: "Renamed",
      byline: "",
      origin: "",
      language: "en",
      paragraphs: [{ id: uuidv7(), kind: "paragraph", level: null, text: "All of it.", language: null }],
      setAside: [],
    },
  })),
  "source.publish": course(staff, (scene) => ({ id: scene.draftSourceId, revision: 1 })),
  "source.revise": course(staff, (scene) => ({ id: scene.sourceId })),
  "source.previewMove": course(staff, (scene) => ({
    readingId: scene.readingId,
    versionId: scene.versionId,
  })),
  "source.move": course(
    staff,
    (scene) => ({ readingId: scene.readingId, versionId: scene.versionId, from: scene.versionId }),
    // Where the version is shown already, it does not matter from where.
    { from: "ok" },
  ),
  "source.delete": course(staff, (scene) => ({ id: scene.draftSourceId })),

  ...assignmentTable,

  ...gradeTable,
  ...gradebookTable,
  ...insightTable,
  ...notificationTable,
};
