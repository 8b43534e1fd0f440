import { v7 as uuidv7 } from "uuid";
import { type AssignmentCopy, type AssignmentDraft, assignmentDraft } from "@/domain/assignment/assignment";
import { datesOfCopy, type Frame, promptIn } from "@/domain/assignment/copy";
import { nameKey } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { giveClassAliases } from "@/server/adapters/aliases";
import { fieldsOf, holdDesk, keepParts, namingIn } from "@/server/adapters/assignment-parts";
import { copyRubric } from "@/server/adapters/copied-rubric";
import { copySource } from "@/server/adapters/copied-source";
import { type Transaction, transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { type AssignmentView, assignmentOf } from "@/server/queries/assignment";
import { authorize, type CourseAccess } from "@/server/queries/course-access";

/**
 * Copies an assignment as a draft, within its course or to another in which this person is staff (`to` proves it).
 * There the class is whole, texts and rubric are found or copied too, and prompts are about what goes by the same
 * names. Nothing that anybody wrote or was given goes along. Idempotent by `newId`.
 */
export async function copyAssignment(
  access: CourseAccess,
  to: CourseAccess,
  input: Omit<AssignmentCopy, "toCourseId">,
  now: Date,
): Promise<AssignmentView> {
  authorize(access, "assignment.write");
  authorize(to, "assignment.write");
  const held = await assignmentOf(access, input.id);
  const { courseId } = to;
  const { membershipId: actorId } = to.actor;
  const id = input.newId;

  const isTaken = await transaction(async (tx) => {
    await holdDesk(tx, courseId);
    const standing = await tx.assignment.findUnique({ where: { id }, select: { courseId: true } });
    if (standing) return standing.courseId !== courseId;
    const draft = {
      ...(await draftIn(tx, held, access, to, now)),
      ...datesOfCopy(held, { from: access.timeZone, to: to.timeZone }, now),
      title: input.title ?? held.title,
    };
    const last = await tx.assignment.aggregate({ where: { courseId }, _max: { position: true } });
    const { count } = await tx.assignment.createMany({
      data: { id, courseId, ...fieldsOf(draft), position: (last._max.position ?? 0) + 1, createdAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return true;
    await keepParts(tx, { assignmentId: id, courseId, published: false, readings: [], prompts: [] }, draft);
    await giveClassAliases(tx, { id, courseId, names: namingIn(draft) });
    await recordAtDesk(tx, {
      type: "assignment.created",
      payload: { title: draft.title },
      courseId,
      actorId,
      subjectId: id,
      at: now,
    });
    return false;
  });
  if (isTaken) refuse({ code: "id-taken" });
  return assignmentOf(to, id);
}

/** What is copied, made of what the course it goes to has. */
async function draftIn(
  tx: Transaction,
  held: AssignmentView,
  from: CourseAccess,
  to: CourseAccess,
  now: Date,
): Promise<AssignmentDraft> {
  const draft = assignmentDraft.parse({
    ...held,
    readings: held.readings.map(({ versionId }) => ({ id: uuidv7(), versionId })),
    prompts: held.prompts.map((prompt) => ({ ...prompt, id: uuidv7() })),
  });
  const { courseId } = to;
  if (courseId === from.courseId) return draft;
  const place = { courseId, actorId: to.actor.membershipId, now };
  const versions = new Map<Id, Id>();
  for (const { versionId } of draft.readings) versions.set(versionId, await copySource(tx, versionId, place));
  const here = await frameOf(tx, from.courseId);
  const there = await frameOf(tx, courseId);
  return {
    ...draft,
    groupSetId: null,
    rubricId: draft.rubricId && (await copyRubric(tx, draft.rubricId, place)),
    categoryId: draft.categoryId && (await categoryIn(tx, draft.categoryId, courseId)),
    readings: readingsOf(draft, versions),
    prompts: draft.prompts.map(({ id, ...prompt }) => ({ id, ...promptIn(prompt, here, there) })),
  };
}

/** Two texts that say the same are one there, and read once. */
function readingsOf(draft: AssignmentDraft, versions: ReadonlyMap<Id, Id>): AssignmentDraft["readings"] {
  const there = draft.readings.map(({ id, versionId }) => ({ id, versionId: versions.get(versionId) ?? "" }));
  return there.filter(
    (reading, at) => there.findIndex(({ versionId }) => versionId === reading.versionId) === at,
  );
}

const standing = { where: { removedAt: null }, select: { id: true, name: true } } as const;

const frameOf = (tx: Transaction, courseId: Id): Promise<Frame> =>
  tx.course.findUniqueOrThrow({
    where: { id: courseId },
    select: { positions: standing, dimensions: standing, terms: standing },
  });

/** The category of another course that goes by the same name, or none. */
async function categoryIn(tx: Transaction, categoryId: Id, courseId: Id): Promise<Id | null> {
  const own = await tx.category.findUnique({ where: { id: categoryId }, select: { name: true } });
  const there = await tx.category.findMany({
    where: { courseId },
    orderBy: { position: "asc" },
    select: { id: true, name: true },
  });
  return there.find(({ name }) => own && nameKey(name) === nameKey(own.name))?.id ?? null;
}
