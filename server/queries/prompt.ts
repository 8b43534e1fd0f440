import { isClosed } from "@/domain/access/discussion";
import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import type { CitablePassage } from "@/domain/prompt/cite-query";
import type { Requirements } from "@/domain/prompt/requirements";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { type DiscussionFacts, discussionOf, roomFacts, schedule } from "./discussion";
import { type PositionView, positionFields } from "./frame";
import { type ResponseView, responsesOfPrompt } from "./response";
import { assignmentScope } from "./scope";
import { type StanceView, stanceFields } from "./stance";

/** The conversation a prompt belongs to. Refuses `not-found` where the prompt may not be seen. */
export async function discussionOfPrompt(
  access: CourseAccess,
  promptId: Id,
  now: Date,
): Promise<DiscussionFacts> {
  const prompt = await db().prompt.findUnique({
    where: { id: promptId, courseId: access.courseId },
    select: { assignmentId: true },
  });
  if (!prompt) refuse({ code: "not-found" });
  return discussionOf(access, prompt.assignmentId, now);
}

export interface PromptPage {
  prompt: {
    id: Id;
    number: number;
    title: string;
    /** Markdown. */
    body: string;
    asks: Requirements;
    dueAt: Date;
    closesAt: Date;
    /** A decimal. */
    points: string;
    assignment: string;
  };
  /** The course's readings that are open to this person: after any of them a stance can be stated. */
  readings: { id: Id; number: number; title: string }[];
  positions: PositionView[];
  /** Whether this person may write an answer here now; only students answer, staff reply. */
  answers: "yes" | "closed" | "no";
  /** The groups among which somebody who sees all may choose. */
  groups: { id: Id; name: string }[];
  /** Null when classmates' words show; else what has to happen first. */
  hidden: { until: "due" } | { until: "comments"; owed: number } | null;
  /** What classmates see in place of this person's name; null where they see the name. */
  alias: string | null;
  responses: ResponseView[];
  stances: StanceView[];
}

function hiddenBecause(access: CourseAccess, discussion: DiscussionFacts): PromptPage["hidden"] {
  if (access.actor.role !== "student" || discussion.othersVisible) return null;
  const { visibility, postFirst } = discussion.assignment;
  return visibility === "postFirst"
    ? { until: "comments", owed: postFirst - discussion.ownComments }
    : { until: "due" };
}

/** All that a prompt's page shows, in four statements. */
export async function promptPage(access: CourseAccess, promptId: Id, now: Date): Promise<PromptPage> {
  const { membershipId, role } = access.actor;
  const row = await db().prompt.findUnique({
    where: { id: promptId, courseId: access.courseId },
    select: {
      id: true,
      position: true,
      title: true,
      body: true,
      citationsMin: true,
      readingsMin: true,
      wordsMin: true,
      assignmentId: true,
      assignment: {
        select: {
          title: true,
          points: true,
        },
      },
      course: {
        select: {
          positions: positionFields,
          assignments: {
            where: assignmentScope(access.actor),
            select: {
              ...schedule,
              readings: {
                select: { id: true, position: true, version: { select: { title: true } } },
                orderBy: { position: "asc" },
              },
            },
            orderBy: { position: "asc" },
          },
          memberships: {
            where: { id: membershipId },
            select: { stances: { select: stanceFields, orderBy: [{ at: "asc" }, { id: "asc" }] } },
          },
        },
      },
    },
  });
  if (!row) refuse({ code: "not-found" });
  const discussion = await discussionOf(access, row.assignmentId, now);
  const { assignment } = discussion;
  const mayAnswer = can(access.actor, "response.write", roomFacts(discussion, discussion.ownGroupId), now);
  return {
    prompt: {
      id: row.id,
      number: row.position,
      title: row.title,
      body: row.body,
      asks: { wordsMin: row.wordsMin, citationsMin: row.citationsMin, readingsMin: row.readingsMin },
      dueAt: assignment.dueAt,
      closesAt: assignment.closesAt,
      points: row.assignment.points.toString(),
      assignment: row.assignment.title,
    },
    readings: row.course.assignments
      .filter((each) => can(access.actor, "assignment.enter", each, now))
      .flatMap((each) => each.readings)
      .map(({ id, position, version }) => ({ id, number: position, title: version.title })),
    positions: row.course.positions,
    answers: role !== "student" ? "no" : mayAnswer ? "yes" : "closed",
    groups: role === "student" ? [] : discussion.groups,
    hidden: hiddenBecause(access, discussion),
    alias: role === "student" ? (discussion.aliases.get(membershipId)?.name ?? null) : null,
    responses: await responsesOfPrompt(access, discussion, promptId, now),
    stances: row.course.memberships[0]?.stances ?? [],
  };
}

export interface PromptListItem {
  id: Id;
  number: number;
  title: string;
  /** This person's own answer; null where there is none yet. */
  mine: { submittedAt: Date | null; version: number } | null;
  /** How many answers are posted in all groups; null for whom the number is not. */
  posted: number | null;
}

export interface AssignmentPrompts {
  id: Id;
  title: string;
  opensAt: Date;
  dueAt: Date;
  closed: boolean;
  published: boolean;
  /** Null until it opens. */
  prompts: PromptListItem[] | null;
}

/** The course's prompts by assignment, with this person's own state, in one statement. */
export async function promptList(access: CourseAccess, now: Date): Promise<AssignmentPrompts[]> {
  const seesAll = access.actor.role !== "student";
  const posted = { parentId: null, deletedAt: null, submittedAt: { not: null } };
  const rows = await db().assignment.findMany({
    where: { courseId: access.courseId, ...assignmentScope(access.actor), prompts: { some: {} } },
    select: {
      ...schedule,
      title: true,
      prompts: {
        select: {
          id: true,
          position: true,
          title: true,
          responses: {
            where: { authorId: access.actor.membershipId, parentId: null, deletedAt: null },
            select: { submittedAt: true, version: true },
            take: 1,
          },
          _count: { select: { responses: { where: posted } } },
        },
        orderBy: { position: "asc" },
      },
    },
    orderBy: { position: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    opensAt: row.opensAt,
    dueAt: row.dueAt,
    closed: isClosed(row, now),
    published: row.publishedAt !== null,
    prompts: can(access.actor, "assignment.enter", row, now)
      ? row.prompts.map((prompt) => ({
          id: prompt.id,
          number: prompt.position,
          title: prompt.title,
          mine: prompt.responses[0] ?? null,
          posted: seesAll ? prompt._count.responses : null,
        }))
      : null,
  }));
}

/** Every numbered paragraph of every reading that this person may read now, in the course's order: one statement. */
export async function citablePassages(access: CourseAccess, now: Date): Promise<CitablePassage[]> {
  const readings = await db().reading.findMany({
    where: { courseId: access.courseId, assignment: assignmentScope(access.actor) },
    select: {
      id: true,
      position: true,
      assignment: { select: { publishedAt: true, opensAt: true, dueAt: true, closesAt: true } },
      version: {
        select: {
          title: true,
          paragraphs: {
            where: { number: { not: null } },
            select: { id: true, number: true, text: true },
            orderBy: { position: "asc" },
          },
        },
      },
    },
    orderBy: { position: "asc" },
  });
  return readings
    .filter((reading) => can(access.actor, "assignment.enter", reading.assignment, now))
    .flatMap(({ id, position, version }) =>
      version.paragraphs.map((paragraph) => ({
        readingId: id,
        paragraphId: paragraph.id,
        reading: position,
        title: version.title,
        paragraph: paragraph.number ?? 0,
        text: paragraph.text,
      })),
    );
}
