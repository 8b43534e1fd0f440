import { db } from "@/server/adapters/db";
import { inDays, today } from "../cast";
import type { Scene } from "./scene";

/** What these take, they keep under an id of its own, or it is in nobody's way: the scene is as good as new. */
export const harmless = [
  "account.create",
  "assignment.copy",
  "assignment.create",
  "assignment.effects",
  "assignment.unpublish",
  "comment.pin",
  "comment.post",
  "comment.react",
  "comment.reply",
  "comment.resolve",
  "comment.seen",
  "course.create",
  "evidence.check",
  "evidence.helpful",
  "evidence.part",
  "evidence.record",
  "frame.copy",
  "course.setFlow",
  "grade.answer",
  "grade.ask",
  "grade.moveShare",
  "grade.shareOut",
  "grade.showNames",
  "grade.unmask",
  "gradebook.preview",
  "group.make",
  "letter.send",
  "note.post",
  "notification.choose",
  "notification.read",
  "notification.readAll",
  "notification.unsubscribe",
  "phrase.keep",
  "phrase.share",
  "phrase.use",
  "presence.report",
  "presence.set",
  "reading.keepPlace",
  "response.handNext",
  "response.reply",
  "response.seen",
  "rubric.create",
  "section.put",
  "source.import",
  "stance.take",
  "term.order",
  "term.stateDifference",
];

const withoutAnswer = (scene: Scene) =>
  db().response.deleteMany({ where: { promptId: scene.otherPromptId, parentId: null } });

/** How a scene is made as good as new after these have changed it: much sooner done than another scene. */
export const undo: Record<string, (scene: Scene) => Promise<unknown>> = {
  "assignment.save": ({ draftAssignmentId: id }) =>
    db().assignment.update({ where: { id }, data: { version: 1 } }),
  "comment.edit": async ({ commentId }) => {
    await db().commentVersion.deleteMany({ where: { commentId } });
    await db().comment.update({ where: { id: commentId }, data: { version: 1 } });
  },
  "evidence.save": async ({ evidenceId, positionId, dimensionId }) => {
    await db().evidenceVersion.deleteMany({ where: { evidenceId } });
    await db().evidence.update({
      where: { id: evidenceId },
      data: { version: 1, relation: "supports", positionId, dimensionId },
    });
  },
  "extension.save": ({ draftAssignmentId: assignmentId }) =>
    db().extension.deleteMany({ where: { assignmentId } }),
  "extension.withdraw": ({ extensionId: id, courseId, assignmentId, instructor, stranger }) =>
    db().extension.createMany({
      data: {
        id,
        courseId,
        assignmentId,
        studentId: stranger.actor.membershipId,
        dueAt: inDays(4),
        closesAt: inDays(6),
        createdById: instructor.actor.membershipId,
        createdAt: today,
      },
      skipDuplicates: true,
    }),
  "frame.save": ({ courseId: id }) => db().course.update({ where: { id }, data: { frameVersion: 1 } }),
  "grade.save": ({ stranger }) =>
    db().grade.deleteMany({ where: { studentId: stranger.actor.membershipId } }),
  "gradebook.saveCategories": ({ courseId: id }) =>
    db().course.update({ where: { id }, data: { categoriesVersion: 1 } }),
  "gradebook.setMarks": ({ stranger }) =>
    db().grade.deleteMany({ where: { studentId: stranger.actor.membershipId } }),
  "group.move": async ({ courseId, groups: { setId: groupSetId, b }, stranger: { actor } }) => {
    const { membershipId } = actor;
    await db().groupMember.deleteMany({ where: { groupSetId, membershipId } });
    await db().groupMember.create({ data: { courseId, groupSetId, membershipId, groupId: b } });
  },
  "group.save": ({ groups }) => db().groupSet.update({ where: { id: groups.setId }, data: { version: 1 } }),
  "rubric.save": ({ rubricId: id }) => db().rubric.update({ where: { id }, data: { version: 1 } }),
  "note.edit": async ({ noteId: id }) => {
    await db().noteVersion.deleteMany({ where: { noteId: id } });
    await db().note.update({ where: { id }, data: { version: 1 } });
  },
  "response.keepDraft": withoutAnswer,
  "response.post": withoutAnswer,
  "steelman.amend": async ({ signedSteelmanId: id }) => {
    await db().steelmanVersion.deleteMany({ where: { steelmanId: id } });
    await db().steelman.update({ where: { id }, data: { version: 1 } });
  },
  "steelman.judge": ({ waitingSteelmanId: steelmanId }) =>
    db().steelmanVerdict.deleteMany({ where: { steelmanId } }),
  "steelman.rebut": ({ signedSteelmanId: id }) =>
    db().steelman.update({ where: { id }, data: { rebuttal: null, rebuttedAt: null } }),
  "steelman.write": ({ newSteelmanPromptId: promptId }) => db().steelman.deleteMany({ where: { promptId } }),
  "section.save": async ({ courseId, sectionId: id }) => {
    await db().section.deleteMany({ where: { courseId, id: { not: id } } });
    await db().section.update({ where: { id }, data: { name: "Tuesday" } });
  },
  "source.save": ({ draftSourceId: sourceId }) =>
    db().sourceVersion.updateMany({ where: { sourceId }, data: { revision: 1 } }),
  "term.deleteDifference": ({ differenceId: id }) =>
    db().termDifference.update({ where: { id }, data: { deletedAt: null } }),
  "term.remove": ({ termId: id }) => db().term.update({ where: { id }, data: { removedAt: null } }),
  "term.save": ({ termId: id }) => db().term.update({ where: { id }, data: { version: 1 } }),
};
