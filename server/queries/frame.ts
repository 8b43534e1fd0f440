import { can } from "@/domain/access/policy";
import { type DimensionDraft, type FramePattern, type PositionDraft, palette } from "@/domain/frame/frame";
import type { Id } from "@/domain/id";
import type { Chip } from "@/domain/prompt/citation";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess, type SessionClaim } from "./course-access";
import { frameChips } from "./frame-chips";
import { personOf } from "./person";

/** The positions of a course, in their order, as every page shows them. */
export const positionFields = {
  where: { removedAt: null },
  select: { id: true, name: true, short: true, line: true, colour: true },
  orderBy: { position: "asc" },
} as const satisfies Prisma.Course$positionsArgs;

export const dimensionFields = {
  where: { removedAt: null },
  select: { id: true, name: true, question: true },
  orderBy: { position: "asc" },
} as const satisfies Prisma.Course$dimensionsArgs;

export interface PositionView {
  id: Id;
  name: string;
  /** A name short enough for a table's head. */
  short: string;
  line: string;
  /** One of the palette's names: pos-1 … pos-8. */
  colour: string;
}

export interface DimensionView {
  id: Id;
  name: string;
  question: string;
}

/**
 * Refuses `not-found` unless the position is one of this course's, and `out-of-frame` where it was taken out of it;
 * taking none is always fair.
 */
export async function checkPosition(access: CourseAccess, positionId: Id | null): Promise<void> {
  if (positionId === null) return;
  const known = await db().position.findUnique({
    where: { id: positionId, courseId: access.courseId },
    select: { name: true, removedAt: true },
  });
  if (!known) refuse({ code: "not-found" });
  if (known.removedAt) refuse({ code: "out-of-frame", name: known.name });
}

/** The whole frame: what competes, set out at length. */
export interface FrameView {
  version: number;
  positions: PositionDraft[];
  dimensions: DimensionDraft[];
  /** What was taken out and can be put back; empty for whoever may not. */
  removed: { positions: PositionDraft[]; dimensions: DimensionDraft[] };
  can: { write: boolean };
}

const wholePosition = {
  id: true,
  name: true,
  short: true,
  line: true,
  account: true,
  sources: true,
  colour: true,
} as const;

const wholeFrame = {
  frameVersion: true,
  positions: { select: { ...wholePosition, removedAt: true }, orderBy: { position: "asc" } },
  dimensions: {
    select: { id: true, name: true, question: true, removedAt: true },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.CourseSelect;

/** A colour kept under a name that the palette does not have is shown as its first. */
const toPosition = (row: Omit<PositionDraft, "colour"> & { colour: string }): PositionDraft => ({
  id: row.id,
  name: row.name,
  short: row.short,
  line: row.line,
  account: row.account,
  sources: row.sources,
  colour: palette.find((colour) => colour === row.colour) ?? palette[0],
});

const toDimension = ({ id, name, question }: DimensionDraft): DimensionDraft => ({ id, name, question });

const standing = ({ removedAt }: { removedAt: Date | null }) => removedAt === null;
const removed = ({ removedAt }: { removedAt: Date | null }) => removedAt !== null;

/** The frame of a course. One statement. */
export async function frameOf(access: CourseAccess): Promise<FrameView> {
  const course = await db().course.findUnique({ where: { id: access.courseId }, select: wholeFrame });
  if (!course) refuse({ code: "not-found" });
  const write = can(access.actor, "frame.write");
  const { positions, dimensions } = course;
  return {
    version: course.frameVersion,
    positions: positions.filter(standing).map(toPosition),
    dimensions: dimensions.filter(standing).map(toDimension),
    removed: {
      positions: write ? positions.filter(removed).map(toPosition) : [],
      dimensions: write ? dimensions.filter(removed).map(toDimension) : [],
    },
    can: { write },
  };
}

/** What a position's account and sources cite. */
export interface Cited {
  positionId: Id;
  account: Chip[];
  sources: Chip[];
}

/** The frame as its page shows it, with what its accounts cite. At most four statements. */
export async function framePage(access: CourseAccess, now: Date): Promise<FrameView & { chips: Cited[] }> {
  const frame = await frameOf(access);
  return { ...frame, chips: await frameChips(access, frame.positions, now) };
}

export interface SourceCourse {
  id: Id;
  title: string;
  term: string;
  positions: string[];
  dimensions: number;
  terms: number;
}

const teaches = (userId: Id): Prisma.MembershipWhereInput => ({
  userId,
  withdrawnAt: null,
  role: { in: ["instructor", "assistant"] },
});

/**
 * The courses whose frames this person may copy: those where they are staff, which have one. One statement.
 * @param but the course that would be copied into
 */
async function framesToCopy(userId: Id, but: Id | null): Promise<SourceCourse[]> {
  const courses = await db().course.findMany({
    where: {
      ...(but && { id: { not: but } }),
      memberships: { some: teaches(userId) },
      OR: [{ positions: { some: { removedAt: null } } }, { dimensions: { some: { removedAt: null } } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      title: true,
      term: true,
      positions: { where: { removedAt: null }, select: { name: true }, orderBy: { position: "asc" } },
      _count: {
        select: { dimensions: { where: { removedAt: null } }, terms: { where: { removedAt: null } } },
      },
    },
  });
  return courses.map(({ positions, _count, ...course }) => ({
    ...course,
    positions: positions.map(({ name }) => name),
    ..._count,
  }));
}

export interface TermPattern {
  name: string;
  gloss: string;
  forms: { position: number; language: string; words: string }[];
}

/**
 * What can be copied of a course: its frame and its terms, without ids. Refuses `not-found` unless this person is
 * staff there. One statement.
 */
export async function frameToCopy(
  userId: Id,
  courseId: Id,
): Promise<FramePattern & { terms: TermPattern[] }> {
  const course = await db().course.findFirst({
    where: { id: courseId, memberships: { some: teaches(userId) } },
    select: {
      positions: wholeFrame.positions,
      dimensions: wholeFrame.dimensions,
      terms: {
        where: { removedAt: null },
        orderBy: { position: "asc" },
        select: {
          name: true,
          gloss: true,
          forms: { select: { position: true, language: true, words: true }, orderBy: { position: "asc" } },
        },
      },
    },
  });
  if (!course) refuse({ code: "not-found" });
  return {
    positions: course.positions
      .filter(standing)
      .map(toPosition)
      .map(({ id: _id, ...position }) => position),
    dimensions: course.dimensions
      .filter(standing)
      .map(toDimension)
      .map(({ id: _id, ...dimension }) => dimension),
    terms: course.terms,
  };
}

/** For the editor: which courses' frames can be copied here. */
export async function sourcesToCopy(access: CourseAccess): Promise<SourceCourse[]> {
  authorize(access, "frame.write");
  return framesToCopy(access.userId, access.courseId);
}

/** For a new course: which courses' frames it can be given. */
export async function framesOfMine(claim: SessionClaim): Promise<SourceCourse[]> {
  const person = await personOf(claim);
  return framesToCopy(person.id, null);
}
