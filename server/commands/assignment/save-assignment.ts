import { isBlind } from "@/domain/access/policy";
import { type AssignmentDraft, type AssignmentSave, refusalOf } from "@/domain/assignment/assignment";
import { refuse } from "@/domain/refusal";
import { forgetAliases, giveClassAliases } from "@/server/adapters/aliases";
import { fieldsOf, holdDesk, keepParts, namingIn } from "@/server/adapters/assignment-parts";
import { holdAssignment, holdRooms } from "@/server/adapters/assignment-removal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { type AssignmentView, assignmentOf, mustBeUsable } from "@/server/queries/assignment";
import { effectsOn } from "@/server/queries/assignment-effects";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { mustComeToTheSame } from "@/server/queries/shown-grades";

/**
 * Saves an assignment. Refuses `in-use` where somebody has written in what is taken away, `stale` with the newer text
 * when it was saved meanwhile, and `touches` with the effects where what would be altered is not what was read: a
 * change for which nobody has done anything yet is saved without asking. Refuses `not-allowed` to an assistant who would
 * give back the names of a blind assignment, and `grades-shown` where a released grade would come to something else.
 */
export async function saveAssignment(
  access: CourseAccess,
  { id, version, draft, touches = null }: AssignmentSave,
  now: Date,
): Promise<AssignmentView> {
  authorize(access, "assignment.write");
  const found = await assignmentOf(access, id);
  if (found.version === version + 1 && isSame(found, draft)) return found;
  const refusal = refusalOf(draft, found.publishedAt !== null);
  if (refusal) refuse(refusal);
  await mustBeUsable(access, {
    ...draft,
    versionIds: draft.readings.map((reading) => reading.versionId),
  });

  const { courseId } = access;
  const own = { courseId, assignmentId: id };
  return transaction(async (tx) => {
    // Its own row before the desk's, as those who grade have them: of two that wait, neither waits for the other.
    await holdAssignment(tx, own);
    await holdDesk(tx, courseId);
    await holdRooms(tx, own);
    // Whatever was done there until now is seen; whatever is done from now on comes after the save.
    const held = await assignmentOf(access, id, tx);
    if (held.version === version + 1 && isSame(held, draft)) return held;
    if (held.version !== version)
      refuse({ code: "stale", current: { version: held.version, text: asText(held) } });
    refuseWhatIsInUse(held, draft);
    const givesNames = isBlind(held) && !draft.blind && (held.begun || held.graded);
    if (givesNames) authorize(access, "grade.show-names");
    const touched = await effectsOn(access, held, draft, now, tx);
    if (touched.touches !== null && touched.touches !== touches) {
      refuse({ code: "touches", effects: touched.effects, touches: touched.touches });
    }

    await tx.assignment.update({
      where: { id, courseId },
      data: { ...fieldsOf(draft), version: { increment: 1 } },
      select: { id: true },
    });
    await mustComeToTheSame(tx, id, { most: held.points, participation: held.participationPoints });
    await keepParts(tx, { ...held, ...own, published: held.publishedAt !== null }, draft);
    const turnsBlind = !isBlind(held) && isBlind({ blind: draft.blind, namesShownAt: held.namesShownAt });
    if (turnsBlind && !held.begun) await forgetAliases(tx, id);
    await giveClassAliases(tx, { id, courseId, names: namingIn(draft) });
    await recordAtDesk(tx, {
      type: "assignment.revised",
      payload: { version: version + 1, ...(movesDates(held, draft) && { datesMoved: true }) },
      courseId,
      actorId: access.actor.membershipId,
      subjectId: id,
      at: now,
    });
    return assignmentOf(access, id, tx);
  });
}

const movesDates = (held: AssignmentView, draft: AssignmentDraft) =>
  (["opensAt", "dueAt", "closesAt"] as const).some((date) => held[date].getTime() !== draft[date].getTime());

/** What was written in stays; who talks with whom, and by what they were graded, stays as it was once there is any of it. */
function refuseWhatIsInUse(held: AssignmentView, draft: AssignmentDraft): void {
  const regroups = held.begun && held.groupSetId !== draft.groupSetId;
  const regrades = held.graded && held.rubricId !== draft.rubricId;
  if (regroups || regrades) refuse({ code: "in-use", title: held.title });
  const kept = new Set([...draft.readings, ...draft.prompts].map(({ id }) => id));
  const written = [...held.readings, ...held.prompts].find(({ id, inUse }) => inUse && !kept.has(id));
  if (written) refuse({ code: "in-use", title: written.title });
  const rearranged = held.prompts.find(
    ({ id, inUse, wholeClass }) =>
      inUse && draft.prompts.some((prompt) => prompt.id === id && prompt.wholeClass !== wholeClass),
  );
  if (rearranged) refuse({ code: "in-use", title: rearranged.title });
}

const asText = (assignment: AssignmentView) =>
  [
    assignment.title,
    assignment.instructions,
    ...assignment.readings.map((reading) => reading.title),
    ...assignment.prompts.flatMap((prompt) => [prompt.title, prompt.body]),
  ]
    .filter((line) => line !== "")
    .join("\n\n");

/** Whether a save that is sent again finds what it left. */
function isSame(held: AssignmentView, draft: AssignmentDraft): boolean {
  const shape = (assignment: AssignmentDraft) =>
    JSON.stringify([
      assignment.title,
      assignment.instructions,
      [assignment.opensAt, assignment.dueAt, assignment.closesAt],
      assignment.points,
      [assignment.rubricId, assignment.groupSetId, assignment.visibility, fieldsOf(assignment).postFirst],
      assignment.names,
      [assignment.postFirstWords, assignment.privateNotes, assignment.blind, assignment.showsDistribution],
      [assignment.participationPoints, assignment.participation, assignment.latePolicy],
      [assignment.categoryId, assignment.weight],
      assignment.readings.map((reading) => [reading.id, reading.versionId]),
      assignment.prompts.map((prompt) => [
        prompt.id,
        prompt.kind,
        prompt.title,
        prompt.body,
        prompt.citationsMin,
        prompt.readingsMin,
        prompt.wordsMin,
        [prompt.wordsMax, prompt.positionsMin, prompt.repliesMin],
        [...prompt.positions].sort(),
        [prompt.dimensionId, prompt.termId],
        [prompt.postFirst, prompt.pseudonyms, prompt.wholeClass, prompt.steelman],
      ]),
    ]);
  return shape(held) === shape(draft);
}
