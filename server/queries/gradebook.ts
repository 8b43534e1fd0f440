import { meanOf, shareOf } from "@/domain/grading/average";
import type { Measure } from "@/domain/grading/measure";
import { readPoints, showPoints } from "@/domain/grading/points";
import { inQueueOrder, lateBy, type QueueState, queueState } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { measureFields, toMeasure } from "./grade";
import { type Standing, standing, standingFields } from "./grade-standing";

export interface Cell extends Omit<Standing, "stage"> {
  state: QueueState;
  /** Milliseconds after the due date; 0 in time. */
  lateBy: number;
}

export interface GradebookAssignment {
  id: Id;
  title: string;
  most: string;
  dueAt: Date;
  published: boolean;
  opened: boolean;
  /** The mean of what is released, a decimal. */
  mean: string | null;
  released: number;
  toGrade: number;
}

export interface GradebookRow {
  id: Id;
  name: string;
  /** The groups of any set this student stands in. */
  groups: { id: Id; name: string }[];
  groupPosition: number | null;
  /** By assignment. */
  cells: Record<Id, Cell>;
  /** Per cent of what is released; null while nothing is. */
  soFar: number | null;
}

export interface Gradebook {
  language: string;
  assignments: GradebookAssignment[];
  students: GradebookRow[];
  groups: { id: Id; name: string }[];
  /** Per cent over all that is released. */
  soFar: number | null;
}

const memberFields = {
  id: true,
  user: { select: { name: true } },
  course: { select: { language: true } },
  groups: { select: { group: { select: { id: true, name: true, position: true } } } },
  grades: { select: standingFields },
} satisfies Prisma.MembershipSelect;

type Latest = Map<string, Date>;

const key = (studentId: Id, assignmentId: Id) => `${studentId}/${assignmentId}`;

function keepLatest(latest: Latest, at: string, when: Date | null) {
  const known = latest.get(at);
  if (when && (!known || known < when)) latest.set(at, when);
}

/** When each student last commented on and answered each assignment. Two statements. */
async function handedIn(
  courseId: Id,
  assignments: { id: Id; readings: { id: Id }[]; prompts: { id: Id }[] }[],
) {
  const [comments, responses] = await Promise.all([
    db().comment.groupBy({
      by: ["authorId", "readingId"],
      where: { courseId, deletedAt: null, audience: { not: "private" } },
      _max: { createdAt: true },
    }),
    db().response.groupBy({
      by: ["authorId", "promptId"],
      where: { courseId, deletedAt: null, parentId: null, submittedAt: { not: null } },
      _max: { submittedAt: true },
    }),
  ]);
  const ofReading = new Map(assignments.flatMap(({ id, readings }) => readings.map((one) => [one.id, id])));
  const ofPrompt = new Map(assignments.flatMap(({ id, prompts }) => prompts.map((one) => [one.id, id])));
  const commentedAt: Latest = new Map();
  const answeredAt: Latest = new Map();
  for (const row of comments) {
    keepLatest(commentedAt, key(row.authorId, ofReading.get(row.readingId) ?? ""), row._max.createdAt);
  }
  for (const row of responses) {
    keepLatest(answeredAt, key(row.authorId, ofPrompt.get(row.promptId) ?? ""), row._max.submittedAt);
  }
  return (studentId: Id, assignmentId: Id) => {
    const at = key(studentId, assignmentId);
    return { commentedAt: commentedAt.get(at) ?? null, answeredAt: answeredAt.get(at) ?? null };
  };
}

/** All students by all assignments, for staff. Four statements. */
export async function gradebookOf(access: CourseAccess, now: Date): Promise<Gradebook> {
  authorize(access, "grade.write");
  const { courseId } = access;
  const [rows, members] = await Promise.all([
    db().assignment.findMany({
      where: { courseId },
      orderBy: { position: "asc" },
      select: {
        ...measureFields,
        id: true,
        title: true,
        dueAt: true,
        opensAt: true,
        publishedAt: true,
        readings: { select: { id: true } },
        prompts: { select: { id: true } },
      },
    }),
    db().membership.findMany({
      where: { courseId, role: "student", withdrawnAt: null },
      select: memberFields,
    }),
  ]);
  const latest = await handedIn(courseId, rows);
  const measures = new Map<Id, Measure>(rows.map((row) => [row.id, toMeasure(row)]));

  const students = members.map((member): GradebookRow => {
    const cells = Object.fromEntries(
      rows.map((row) => {
        const found = member.grades.find((grade) => grade.assignmentId === row.id);
        const measure = measures.get(row.id) ?? { most: "0", criteria: [] };
        const { stage, ...rest } = standing(found, measure);
        const work = latest(member.id, row.id);
        return [row.id, { ...rest, state: queueState(work, stage), lateBy: lateBy(work, row.dueAt) }];
      }),
    );
    const groups = member.groups.map(({ group }) => group);
    return {
      id: member.id,
      name: member.user.name,
      groups: groups.map(({ id, name }) => ({ id, name })),
      groupPosition: groups[0]?.position ?? null,
      cells,
      soFar: shareOf(countedIn(cells, measures)),
    };
  });
  const language = members[0]?.course.language ?? "en";
  const groups = new Map(members.flatMap((member) => member.groups.map(({ group }) => [group.id, group])));
  return {
    language,
    assignments: rows.map((row) => {
      const cells = students.flatMap((student) => student.cells[row.id] ?? []);
      const released = cells.filter((cell) => cell.state === "released");
      const mean = meanOf(released.flatMap((cell) => readPoints(cell.total ?? "") ?? []));
      return {
        id: row.id,
        title: row.title,
        most: measures.get(row.id)?.most ?? "0",
        dueAt: row.dueAt,
        published: row.publishedAt !== null,
        opened: row.publishedAt !== null && row.opensAt <= now,
        mean: mean === null ? null : showPoints(mean),
        released: released.length,
        toGrade: cells.filter((cell) => cell.state === "todo").length,
      };
    }),
    students: inQueueOrder(students, language),
    groups: [...groups.values()]
      .sort((one, other) => one.position - other.position)
      .map(({ id, name }) => ({ id, name })),
    soFar: shareOf(students.flatMap((student) => countedIn(student.cells, measures))),
  };
}

/** Only what is released counts. */
const countedIn = (cells: Record<Id, Cell>, measures: Map<Id, Measure>) =>
  Object.entries(cells).flatMap(([assignmentId, cell]) => {
    const points = readPoints(cell.total ?? "");
    const of = readPoints(measures.get(assignmentId)?.most ?? "");
    return cell.state === "released" && points !== null && of !== null ? [{ points, of }] : [];
  });

/**
 * Where grading goes on: the assignment due first in which somebody waits, else the last that was published; null
 * while there is none.
 */
export async function assignmentToGrade(access: CourseAccess, now: Date): Promise<Id | null> {
  const { assignments } = await gradebookOf(access, now);
  const published = assignments.filter((assignment) => assignment.published);
  const waiting = published
    .filter((assignment) => assignment.toGrade > 0)
    .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
  const due = waiting.find((assignment) => assignment.dueAt <= now);
  return (due ?? waiting[0] ?? published.at(-1))?.id ?? null;
}
