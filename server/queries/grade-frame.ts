import { extensionFor } from "@/domain/access/own-schedule";
import { isBlind } from "@/domain/access/policy";
import { type LatePolicy, latePolicy, noLatePolicy } from "@/domain/grading/late";
import type { Measure } from "@/domain/grading/measure";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import type { CourseAccess } from "./course-access";
import { measureFields, toMeasure } from "./grade";
import { type GradingAliases, keyIn } from "./grade-key";

const extended = { studentId: true, groupId: true, dueAt: true, closesAt: true } as const;

/** Selects what the grading of an assignment goes by, for one grader. */
export const frameFields = ({ actor }: CourseAccess) =>
  ({
    ...measureFields,
    id: true,
    dueAt: true,
    closesAt: true,
    groupSetId: true,
    blind: true,
    namesShownAt: true,
    latePolicy: true,
    extensions: { select: extended },
    shares: { select: { studentId: true, graderId: true } },
    aliases: { select: { id: true, name: true, membershipId: true } },
    unmaskings: { where: { graderId: actor.membershipId }, select: { studentId: true } },
    course: { select: { language: true } },
  }) satisfies Prisma.AssignmentSelect;

type FrameRow = Prisma.AssignmentGetPayload<{ select: ReturnType<typeof frameFields> }>;

export interface StudentDates {
  dueAt: Date;
  closesAt: Date;
  extended: boolean;
}

/** What an assignment is graded by, and what its students are called meanwhile. */
export interface GradingFrame {
  assignmentId: Id;
  groupSetId: Id | null;
  language: string;
  timeZone: string;
  measure: Measure;
  late: LatePolicy;
  /** Null where names are told. */
  aliases: GradingAliases;
  /**
   * The key under which a student went before the names were told; null for none, and while they are not. By it a
   * device finds what was begun under it.
   */
  formerIdOf: (studentId: Id) => Id | null;
  /** Whose names this grader was told one by one. */
  unmasked: ReadonlySet<Id>;
  /** By student. */
  graderOf: ReadonlyMap<Id, Id>;
  /** When a student's work was due and closed: by their own extension, their group's, or the class's dates. */
  datesOf: (studentId: Id, groupIds: readonly Id[]) => StudentDates;
  /** What is said of these dates: beside an alias the class's, for others were given by name. */
  toldDates: (dates: StudentDates) => StudentDates;
}

export function toFrame(access: CourseAccess, row: FrameRow): GradingFrame {
  const aliases = new Map(row.aliases.map(({ id, name, membershipId }) => [membershipId, { id, name }]));
  return {
    assignmentId: row.id,
    groupSetId: row.groupSetId,
    language: row.course.language,
    timeZone: access.timeZone,
    measure: toMeasure(row),
    late: latePolicy.parse(row.latePolicy ?? noLatePolicy),
    aliases: isBlind(row) ? aliases : null,
    formerIdOf: (studentId) => (isBlind(row) ? null : (aliases.get(studentId)?.id ?? null)),
    unmasked: new Set(row.unmaskings.map((one) => one.studentId)),
    graderOf: new Map(row.shares.map((share) => [share.studentId, share.graderId])),
    datesOf: (membershipId, groupIds) => {
      const own = extensionFor(row.extensions, { membershipId, groupIds });
      return {
        dueAt: own?.dueAt ?? row.dueAt,
        closesAt: own?.closesAt ?? row.closesAt,
        extended: own !== null,
      };
    },
    toldDates: (dates) =>
      isBlind(row) ? { dueAt: row.dueAt, closesAt: row.closesAt, extended: false } : dates,
  };
}

/** What a student goes by before this grader: their name, or the alias in its place. */
export const callOf = ({ aliases }: GradingFrame, studentId: Id, name: string): { id: Id; name: string } =>
  aliases
    ? { id: keyIn(aliases, studentId), name: aliases.get(studentId)?.name ?? "" }
    : { id: studentId, name };
