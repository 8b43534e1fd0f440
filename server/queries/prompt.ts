import { isClosed } from "@/domain/access/discussion";
import { type Dates, ownSchedule } from "@/domain/access/own-schedule";
import { can } from "@/domain/access/policy";
import type { PromptKind } from "@/domain/assignment/assignment";
import type { Id } from "@/domain/id";
import { type Requirements, repliesWritten } from "@/domain/prompt/requirements";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { roomFacts, schedule, scheduleOf } from "./discussion";
import { type DimensionView, type PositionView, positionFields } from "./frame";
import { frameSize, type PromptDiscussion, promptDiscussion, promptFacts } from "./prompt-discussion";
import { type ResponseView, responsesOfPrompt } from "./response";
import { assignmentScope } from "./scope";
import { firstToLast, type StanceView, stanceFields, stanceView } from "./stance";

export interface PromptPage {
  prompt: {
    id: Id;
    number: number;
    title: string;
    /** Markdown. */
    body: string;
    kind: PromptKind;
    asks: Requirements;
    /** On what positions are compared. */
    dimension: DimensionView | null;
    /** What is to be defined; removed: it has no page any more. */
    term: { id: Id; name: string; removed: boolean } | null;
    /** Others' answers appear once one's own is posted. */
    postFirst: boolean;
    /** Classmates see aliases: by this prompt's word, or by its assignment's. */
    pseudonyms: boolean;
    /** Answered before the whole class. */
    wholeClass: boolean;
    /** It asks for the case one rejects as well. */
    steelman: boolean;
    dueAt: Date;
    closesAt: Date;
    /** The class's dates, where this person has others. */
    extended: Dates | null;
    /** A decimal. */
    points: string;
    assignment: string;
  };
  /** The course's readings that are open to this person: after any of them a stance can be stated. */
  readings: { id: Id; number: number; title: string }[];
  positions: PositionView[];
  /** Those taken out of the frame: answers may still take or cite them. */
  removedPositions: PositionView[];
  /** Whether this person may write an answer here now; only students answer, staff reply. */
  answers: "yes" | "closed" | "no";
  /** The groups among which somebody who sees all may choose. */
  groups: { id: Id; name: string }[];
  /** Null when classmates' words show; else what has to happen first. */
  hidden: { until: "due" } | { until: "comments"; owed: number; words: number } | { until: "answer" } | null;
  /** What classmates see in place of this person's name; null where they see the name. */
  alias: string | null;
  responses: ResponseView[];
  /** To how many others' answers this person has replied. */
  repliesWritten: number;
  stances: StanceView[];
}

function hiddenBecause(access: CourseAccess, discussion: PromptDiscussion): PromptPage["hidden"] {
  if (access.actor.role !== "student" || discussion.othersVisible) return null;
  if (discussion.assignmentShows) return { until: "answer" };
  const { visibility, postFirst, postFirstWords } = discussion.assignment;
  return visibility === "postFirst"
    ? { until: "comments", owed: postFirst - discussion.ownComments, words: postFirstWords }
    : { until: "due" };
}

/** All that a prompt's page shows, in four statements. */
export async function promptPage(access: CourseAccess, promptId: Id, now: Date): Promise<PromptPage> {
  const { membershipId, role } = access.actor;
  const row = await db().prompt.findUnique({
    where: { id: promptId, courseId: access.courseId },
    select: {
      ...promptFacts(access),
      position: true,
      title: true,
      body: true,
      steelman: true,
      dimension: { select: { id: true, name: true, question: true } },
      term: { select: { id: true, name: true, removedAt: true } },
      assignment: {
        select: {
          title: true,
          points: true,
        },
      },
      course: {
        select: {
          ...frameSize,
          positions: { ...positionFields, where: {}, select: { ...positionFields.select, removedAt: true } },
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
            select: { stances: { select: stanceFields, orderBy: [...firstToLast] } },
          },
        },
      },
    },
  });
  if (!row) refuse({ code: "not-found" });
  const discussion = await promptDiscussion(access, row, now);
  const { assignment } = discussion;
  const responses = await responsesOfPrompt(access, discussion, now);
  const mayAnswer = can(access.actor, "response.write", roomFacts(discussion, discussion.ownGroupId), now);
  const positions = (removed: boolean) =>
    row.course.positions
      .filter(({ removedAt }) => (removedAt !== null) === removed)
      .map(({ removedAt: _removedAt, ...position }) => position);
  return {
    prompt: {
      id: row.id,
      number: row.position,
      title: row.title,
      body: row.body,
      kind: row.kind,
      asks: discussion.asks,
      dimension: row.dimension,
      term: row.term && { id: row.term.id, name: row.term.name, removed: row.term.removedAt !== null },
      postFirst: row.postFirst,
      pseudonyms: assignment.names === "pseudonyms",
      wholeClass: row.wholeClass || assignment.groupSetId === null,
      steelman: row.steelman,
      dueAt: assignment.dueAt,
      closesAt: assignment.closesAt,
      extended: assignment.extended,
      points: row.assignment.points.toString(),
      assignment: row.assignment.title,
    },
    readings: row.course.assignments
      .filter((each) => can(access.actor, "assignment.enter", each, now))
      .flatMap((each) => each.readings)
      .map(({ id, position, version }) => ({ id, number: position, title: version.title })),
    positions: positions(false),
    removedPositions: positions(true),
    answers: role !== "student" ? "no" : mayAnswer ? "yes" : "closed",
    groups: role === "student" ? [] : discussion.groups,
    hidden: hiddenBecause(access, discussion),
    alias:
      role === "student" && assignment.names === "pseudonyms"
        ? (discussion.aliases.get(membershipId)?.name ?? null)
        : null,
    responses,
    repliesWritten: repliesWritten(responses),
    stances: (row.course.memberships[0]?.stances ?? []).map(stanceView),
  };
}

export interface PromptListItem {
  id: Id;
  number: number;
  title: string;
  kind: PromptKind;
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
  /** The class's dates, where this person has others. */
  extended: Dates | null;
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
      ...scheduleOf(access.actor),
      title: true,
      prompts: {
        select: {
          id: true,
          position: true,
          title: true,
          kind: true,
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
  const own = rows.map((row) => ownSchedule(access.actor, row));
  return own.map((row) => ({
    id: row.id,
    title: row.title,
    opensAt: row.opensAt,
    dueAt: row.dueAt,
    extended: row.extended,
    closed: isClosed(row, now),
    published: row.publishedAt !== null,
    prompts: can(access.actor, "assignment.enter", row, now)
      ? row.prompts.map((prompt) => ({
          id: prompt.id,
          number: prompt.position,
          title: prompt.title,
          kind: prompt.kind,
          mine: prompt.responses[0] ?? null,
          posted: seesAll ? prompt._count.responses : null,
        }))
      : null,
  }));
}
