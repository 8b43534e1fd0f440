import { isStaff } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import { type Flow, flowOf, type Lane, type Move, publishFlow } from "@/domain/prompt/flow";
import type { FlowSettings } from "@/domain/prompt/stance";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";

export interface FlowPosition {
  id: Id;
  name: string;
  short: string;
  colour: string;
  /** Taken out of the frame since, and still where somebody has stood. */
  removed: boolean;
}

export interface FlowPage {
  positions: FlowPosition[];
  settings: FlowSettings;
  /** Whether every number is there: staff see all of them. */
  full: boolean;
  flow: Flow | null;
  /** Why there is none: the course does not show it, or this student has not said where they stand. */
  withheld: "not-shown" | "not-stated" | null;
}

interface Ends extends Move {
  mine: boolean;
}

/** From where each student stood first to where they stand now, counted. */
const ends = (access: CourseAccess) =>
  db().$queryRaw<Ends[]>(Prisma.sql`
    WITH path AS (
      SELECT s."authorId" AS author,
        (array_agg(s."positionId" ORDER BY s.at, s.id))[1] AS "from",
        (array_agg(s."positionId" ORDER BY s.at DESC, s.id DESC))[1] AS "to"
      FROM "Stance" s JOIN "Membership" m ON m.id = s."authorId"
      WHERE s."courseId" = ${access.courseId}::uuid AND m.role = 'student' AND m."withdrawnAt" IS NULL
      GROUP BY s."authorId")
    SELECT "from", "to", count(*)::int AS count, bool_or(author = ${access.actor.membershipId}::uuid) AS mine
    FROM path GROUP BY "from", "to"`);

/**
 * How the class moved, from first stance to last. Staff see every number; classmates those that give no small group
 * away, once they have said where they stand themselves, and where the course shows it at all. Two statements.
 */
export async function flowPage(access: CourseAccess): Promise<FlowPage> {
  // In this order: wherever somebody stands is among the positions then.
  const moves = await ends(access);
  const course = await db().course.findUniqueOrThrow({
    where: { id: access.courseId },
    select: {
      showsFlow: true,
      smallestGroup: true,
      positions: {
        // That a removed one is listed tells only that somebody once stood there, not when or how many.
        where: {
          OR: [
            { removedAt: null },
            { stances: { some: { author: { role: "student", withdrawnAt: null } } } },
          ],
        },
        select: { id: true, name: true, short: true, colour: true, removedAt: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      },
    },
  });
  const { positions, ...settings } = course;
  const lanes: Lane[] = [...positions.map(({ id }) => id), null];
  const full = isStaff(access.actor);
  const withheld = withheldBecause(access, settings, moves);
  const table = flowOf(lanes, moves);
  return {
    positions: positions.map(({ removedAt, ...position }) => ({ ...position, removed: removedAt !== null })),
    settings,
    full,
    withheld,
    flow: withheld ? null : full ? table : publishFlow(table, settings.smallestGroup),
  };
}

function withheldBecause(access: CourseAccess, settings: FlowSettings, moves: readonly Ends[]) {
  if (isStaff(access.actor)) return null;
  if (!settings.showsFlow) return "not-shown";
  return access.actor.role === "student" && !moves.some(({ mine }) => mine) ? "not-stated" : null;
}
