import { ownSchedule } from "@/domain/access/own-schedule";
import { can, type RoomFacts } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { scheduleOf } from "@/server/queries/discussion";
import { openingsOf } from "@/server/queries/openings";
import { discussionOfPrompt } from "@/server/queries/prompt-discussion";
import { assignmentScope } from "@/server/queries/scope";
import type { Happening } from "./happening";

/** What a stream is for: a prompt's page, or the course's matrix. */
export type Page = { kind: "prompt"; promptId: Id } | { kind: "evidence" };

/** What somebody may see of a page, as last proved. */
export interface Onlooker {
  readonly access: CourseAccess;
  sees(happening: Happening, now: Date): boolean;
  /** Another one when what they may see has changed. */
  readonly signature: string;
  /** When the clock alone may change it; null for never. */
  readonly until: Date | null;
}

/** The due moment itself is still before. */
const after = (moment: Date) => new Date(moment.getTime() + 1);

const next = (moments: readonly Date[], now: Date): Date | null => {
  const later = moments.filter((moment) => moment > now).map((moment) => moment.getTime());
  return later.length > 0 ? new Date(Math.min(...later)) : null;
};

const standing = ({ actor }: CourseAccess) => [actor.role, ...[...actor.groupIds].sort()];

/** Refuses as `discussionOfPrompt` and `openAssignments` do. At most three statements. */
export function onlookerOf(access: CourseAccess, page: Page, now: Date): Promise<Onlooker> {
  return page.kind === "prompt" ? atPrompt(access, page.promptId, now) : atMatrix(access, now);
}

async function atPrompt(access: CourseAccess, promptId: Id, now: Date): Promise<Onlooker> {
  const { actor } = access;
  // A class has as many aliases as people: they are not kept with each stream.
  const { prompt, assignment, othersVisible } = await discussionOfPrompt(access, promptId, now);
  return {
    access,
    signature: JSON.stringify([
      ...standing(access),
      othersVisible,
      prompt.postFirst,
      prompt.wholeClass,
      assignment.names,
      can(actor, "names.see", assignment),
    ]),
    until: next([after(assignment.dueAt)], now),
    sees: ({ told }, at) => {
      if (told?.audience.of !== "prompt" || told.audience.promptId !== promptId) return false;
      const { groupId, authorId } = told.audience;
      const room: RoomFacts = { ...assignment, groupId, othersVisible };
      // What is deleted goes from the page of whoever saw it.
      const written = { authorId, submitted: true, deleted: false };
      return told.kind === "steelman"
        ? can(actor, "steelman.see", written, room, at)
        : can(actor, "response.see", written, room, at);
    },
  };
}

async function atMatrix(access: CourseAccess, now: Date): Promise<Onlooker> {
  const { actor, courseId } = access;
  const openings = await openingsOf(access, now);
  const schedules = await db().assignment.findMany({
    where: { courseId, ...assignmentScope(actor) },
    select: scheduleOf(actor),
  });
  const hidden = openings.all.filter(({ naming }) => naming.hidden).map(({ facts }) => facts.id);
  const entered = new Set(openings.entered);
  const shown = new Set(openings.shown);
  return {
    access,
    signature: JSON.stringify([...standing(access), openings.entered, openings.shown, hidden]),
    until: next(
      schedules
        .map((row) => ownSchedule(actor, row))
        .flatMap(({ opensAt, dueAt }) => [opensAt, after(dueAt)]),
      now,
    ),
    sees: ({ told, actorId }) => {
      switch (told?.audience.of) {
        case "matrix":
          // Before others' words show, what they do to one's own piece does not show either.
          if (actorId === actor.membershipId) return entered.has(told.audience.readingId);
          return shown.has(told.audience.readingId);
        case "text":
          return entered.has(told.audience.readingId);
        case "frame":
          return true;
        default:
          return false;
      }
    },
  };
}
