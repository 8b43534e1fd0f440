import type { Id } from "@/domain/id";
import type { Delivery, NotificationKind } from "@/domain/notification/notification";
import { heldUntil } from "@/domain/notification/times";
import { db } from "@/server/adapters/db";
import { accessFor } from "./notification";
import { standingOf, type Tidings } from "./notification-standing";

/** Something to be told in a mail, as its reader may read it now. */
export interface Item extends Tidings {
  id: Id;
  kind: NotificationKind;
  course: { title: string; timeZone: string };
}

/** What is to be mailed to a person, sorted by what may be told of it now. */
export interface Sorted {
  items: Item[];
  /** Not to be seen yet; when to look again, or null to give it up. */
  held: { id: Id; until: Date | null }[];
  /** Deleted meanwhile, or of a course that the person has left. */
  gone: Id[];
}

export interface PostRow {
  id: Id;
  kind: NotificationKind;
  subjectId: Id;
  assignmentId: Id | null;
  courseId: Id;
  delivery: Delivery;
  at: Date;
}

export const postFields = {
  id: true,
  kind: true,
  subjectId: true,
  assignmentId: true,
  courseId: true,
  delivery: true,
  at: true,
} as const;

/** Sorts by what this person may see now; oldest first, course by course. */
export async function sortPost(
  user: { id: Id; timeZone: string | null },
  rows: readonly PostRow[],
  now: Date,
): Promise<Sorted> {
  const sorted: Sorted = { items: [], held: [], gone: [] };
  for (const courseId of new Set(rows.map((row) => row.courseId))) {
    const its = rows.filter((row) => row.courseId === courseId);
    const access = await accessFor(user.id, courseId);
    const course = await db().course.findUnique({
      where: { id: courseId },
      select: { title: true, timeZone: true },
    });
    if (!access || !course) {
      sorted.gone.push(...its.map(({ id }) => id));
      continue;
    }
    const told = await standingOf(access, its, now);
    for (const { id, kind, delivery, at } of its) {
      const standing = told.get(id);
      if (standing?.state === "seen") sorted.items.push({ id, kind, course, ...standing.tidings });
      else if (standing?.state === "held") {
        sorted.held.push({ id, until: heldUntil(delivery, at, now, user.timeZone ?? course.timeZone) });
      } else sorted.gone.push(id);
    }
  }
  return sorted;
}

/** People for whom something is to be mailed by now. One statement. */
export async function peopleWithPost(now: Date): Promise<{ id: Id; timeZone: string | null }[]> {
  return db().user.findMany({
    where: { memberships: { some: { notifications: { some: { mailAfter: { lte: now } } } } } },
    select: { id: true, timeZone: true },
  });
}

/** Mails that are to be handed to the mail server by now, the oldest first. One statement. */
export async function mailsToSend(now: Date): Promise<Id[]> {
  const rows = await db().mail.findMany({
    where: { state: "waiting", notBefore: { lte: now } },
    orderBy: { createdAt: "asc" },
    take: 500,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
