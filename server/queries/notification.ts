import type { Id } from "@/domain/id";
import { choicesOf, kindsFor, MOST_COUNTED, PAGE, type PageAfter } from "@/domain/notification/notification";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { sendsMail } from "@/server/adapters/mail";
import { type CourseAccess, courseAccess, type SessionClaim } from "./course-access";
import { type NotificationRow, type Standing, standingOf } from "./notification-standing";

const fields = {
  id: true,
  kind: true,
  subjectId: true,
  assignmentId: true,
  at: true,
  readAt: true,
} as const satisfies Prisma.NotificationSelect;

type Row = Prisma.NotificationGetPayload<{ select: typeof fields }>;

/** The newest of a person's rows over all courses in which they stand. One statement. Refuses `signed-out`. */
async function newest(claim: SessionClaim, where: Prisma.NotificationWhereInput, take: number) {
  const user = await db().user.findUnique({
    where: { id: claim.userId },
    select: {
      name: true,
      sessionVersion: true,
      memberships: {
        where: { withdrawnAt: null },
        select: {
          course: { select: { id: true, title: true, timeZone: true } },
          notifications: { where, orderBy: [{ at: "desc" }, { id: "desc" }], take, select: fields },
        },
      },
    },
  });
  if (!user || user.sessionVersion !== claim.sessionVersion) refuse({ code: "signed-out" });
  const rows = user.memberships
    .flatMap(({ course, notifications }) => notifications.map((row) => ({ course, row })))
    .sort((a, b) => b.row.at.getTime() - a.row.at.getTime() || (a.row.id < b.row.id ? 1 : -1))
    .slice(0, take);
  return { name: user.name, rows };
}

/** What each row has to tell its person, course by course: four statements a course. */
async function standings(
  claim: SessionClaim,
  rows: readonly { course: { id: Id }; row: NotificationRow }[],
  now: Date,
): Promise<Map<Id, Standing>> {
  const courses = [...new Set(rows.map(({ course }) => course.id))];
  const found = await Promise.all(
    courses.map(async (courseId) => {
      const access = await courseAccess(claim, courseId);
      return standingOf(
        access,
        rows.filter(({ course }) => course.id === courseId).map(({ row }) => row),
        now,
      );
    }),
  );
  return new Map(found.flatMap((each) => [...each]));
}

const after = (from: PageAfter | null): Prisma.NotificationWhereInput =>
  from ? { OR: [{ at: { lt: from.at } }, { at: from.at, id: { lt: from.id } }] } : {};

/**
 * A page of what a person is told, newest first, over all their courses. What they may not see is left out, so that a
 * page may be short; `next` says where it goes on.
 */
export async function notificationsOf(claim: SessionClaim, from: PageAfter | null, now: Date) {
  const { name, rows } = await newest(claim, after(from), PAGE + 1);
  const page = rows.slice(0, PAGE);
  const told = await standings(claim, page, now);
  const last = page.at(-1)?.row;
  return {
    me: { name },
    items: page.flatMap(({ course, row }) => {
      const standing = told.get(row.id);
      return standing?.state === "seen" ? [itemOf(course, row, standing)] : [];
    }),
    next: rows.length > PAGE && last ? { at: last.at, id: last.id } : null,
  };
}

const itemOf = (
  course: { id: Id; title: string; timeZone: string },
  { id, kind, at, readAt }: Row,
  { tidings }: Extract<Standing, { state: "seen" }>,
) => ({ id, kind, at, unread: readAt === null, course, ...tidings });

/** How many a person has not read of those they may see, at most as many as are counted. */
export async function unreadCount(claim: SessionClaim, now: Date): Promise<number> {
  const { rows } = await newest(claim, { readAt: null }, MOST_COUNTED);
  const told = await standings(claim, rows, now);
  return [...told.values()].filter(({ state }) => state === "seen").length;
}

/** More than anybody leaves unread; the rest takes another turn. */
const MOST_READ = 500;

/** The unread that a person may see, up to a moment: what "mark all as read" is about. */
export async function readable(claim: SessionClaim, through: Date, now: Date): Promise<Id[]> {
  const { rows } = await newest(claim, { readAt: null, at: { lte: through } }, MOST_READ);
  const told = await standings(claim, rows, now);
  return [...told].flatMap(([id, { state }]) => (state === "seen" ? [id] : []));
}

/** Why nobody is mailed: this server mails nobody, or not the demo's people. */
export type NoMail = "server" | "demo";

/** How a person is written to, of what kinds of thing they can be told, and why they are mailed nothing, if so. */
export async function choicesFor(claim: SessionClaim) {
  const user = await db().user.findUnique({
    where: { id: claim.userId },
    select: {
      sessionVersion: true,
      demo: true,
      choices: { select: { kind: true, delivery: true } },
      memberships: { where: { withdrawnAt: null }, select: { role: true } },
    },
  });
  if (!user || user.sessionVersion !== claim.sessionVersion) refuse({ code: "signed-out" });
  const noMail: NoMail | null = user.demo ? "demo" : sendsMail() ? null : "server";
  return {
    noMail,
    kinds: kindsFor(user.memberships.map(({ role }) => role)),
    choices: choicesOf(user.choices),
  };
}

/** A person of a course as they stand now, for what is written to them unasked; null for who is not there any more. */
export async function accessFor(userId: Id, courseId: Id): Promise<CourseAccess | null> {
  const user = await db().user.findFirst({
    where: { id: userId, memberships: { some: { courseId, withdrawnAt: null } } },
    select: { sessionVersion: true },
  });
  return user && courseAccess({ userId, sessionVersion: user.sessionVersion }, courseId);
}
