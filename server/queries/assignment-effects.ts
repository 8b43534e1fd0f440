import { extensionFor } from "@/domain/access/own-schedule";
import { can } from "@/domain/access/policy";
import type { AssignmentChange, AssignmentDraft } from "@/domain/assignment/assignment";
import { type StudentFacts, touchesDigest } from "@/domain/assignment/effect";
import type { Effect } from "@/domain/assignment/effect-shape";
import { effectsOf } from "@/domain/assignment/effects";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import { db, type Transaction } from "@/server/adapters/db";
import { type AssignmentView, assignmentOf } from "./assignment";
import { authorize, type CourseAccess } from "./course-access";

export interface EffectsView {
  effects: Effect[];
  /** What a save sends along once the effects were read; null where none of them is serious. */
  touches: string | null;
}

interface Commented {
  authorId: Id;
  /** Of comments to the group that stand. */
  words: number[];
  notes: number;
  readings: Id[];
  lastRoot: Date | null;
}

const commentsIn = (client: Transaction, courseId: Id, { id, readings }: AssignmentView) =>
  readings.length === 0
    ? Promise.resolve([])
    : client.$queryRaw<Commented[]>(Prisma.sql`
        SELECT c."authorId",
          coalesce(array_agg(c.words) FILTER (WHERE c.audience = 'group'), '{}') AS words,
          count(*) FILTER (WHERE c.audience = 'private')::int AS notes,
          array_agg(DISTINCT c."readingId") FILTER (WHERE c.audience <> 'private') AS readings,
          max(c."createdAt") FILTER (WHERE c.audience <> 'private' AND c."threadId" = c.id) AS "lastRoot"
        FROM "Comment" c JOIN "Room" r ON r.id = c."roomId"
        WHERE c."courseId" = ${courseId}::uuid AND r."assignmentId" = ${id}::uuid AND c."deletedAt" IS NULL
        GROUP BY c."authorId"`);

interface Answered {
  authorId: Id;
  /** Null for evidence, which answers no prompt. */
  promptId: Id | null;
  handedInAt: Date | null;
  pieces: number;
}

/** Answers, replies, cases for what one rejects, and evidence: what each has in each prompt. */
const answersIn = (client: Transaction, courseId: Id, { id }: AssignmentView) =>
  client.$queryRaw<Answered[]>(Prisma.sql`
    SELECT w."authorId", w."promptId", max(w.at) AS "handedInAt", count(*)::int AS pieces FROM (
      SELECT "authorId", "promptId", "roomId",
        CASE WHEN "parentId" IS NULL AND "submittedAt" IS NOT NULL
          THEN greatest("submittedAt", "editedAt") END AS at
      FROM "Response" WHERE "courseId" = ${courseId}::uuid AND "deletedAt" IS NULL
      UNION ALL SELECT "authorId", "promptId", "roomId", NULL FROM "Steelman" WHERE "courseId" = ${courseId}::uuid AND "deletedAt" IS NULL
      UNION ALL SELECT "authorId", NULL, "roomId", NULL FROM "Evidence" WHERE "courseId" = ${courseId}::uuid AND "deletedAt" IS NULL
    ) w JOIN "Room" r ON r.id = w."roomId" AND r."assignmentId" = ${id}::uuid
    GROUP BY w."authorId", w."promptId"`);

const studentsIn = (client: Transaction, courseId: Id, assignmentId: Id) =>
  client.membership.findMany({
    where: { courseId, role: "student", withdrawnAt: null },
    orderBy: { id: "asc" },
    select: {
      id: true,
      user: { select: { name: true } },
      groups: { select: { groupId: true } },
      aliases: { where: { assignmentId }, select: { name: true } },
      grades: { where: { assignmentId }, select: { releasedAt: true } },
      places: { where: { reading: { assignmentId } }, select: { readingId: true } },
    },
  });

async function factsOf(
  client: Transaction,
  access: CourseAccess,
  held: AssignmentView,
): Promise<StudentFacts[]> {
  const { courseId } = access;
  const students = await studentsIn(client, courseId, held.id);
  const comments = new Map((await commentsIn(client, courseId, held)).map((row) => [row.authorId, row]));
  const answers = await answersIn(client, courseId, held);
  const extensions = await client.extension.findMany({
    where: { assignmentId: held.id },
    select: { studentId: true, groupId: true, dueAt: true, closesAt: true },
  });
  const tellsNames = can(access.actor, "names.see", held);
  const byAuthor = new Map<Id, Answered[]>();
  for (const row of answers) byAuthor.set(row.authorId, [...(byAuthor.get(row.authorId) ?? []), row]);
  return students.map((student) => {
    const commented = comments.get(student.id);
    const answered = byAuthor.get(student.id) ?? [];
    const posted = answered.flatMap(({ promptId, handedInAt }) =>
      promptId && handedInAt ? [{ promptId, handedInAt }] : [],
    );
    const newest = Math.max(...posted.map(({ handedInAt }) => handedInAt.getTime()));
    const groupIds = student.groups.map(({ groupId }) => groupId);
    const [grade] = student.grades;
    return {
      id: student.id,
      name: tellsNames ? student.user.name : (student.aliases[0]?.name ?? ""),
      extension: extensionFor(extensions, { membershipId: student.id, groupIds }),
      comments: commented?.words ?? [],
      notes: commented?.notes ?? 0,
      read: [
        ...new Set([...student.places.map(({ readingId }) => readingId), ...(commented?.readings ?? [])]),
      ],
      begun: answered.flatMap(({ promptId }) => promptId ?? []),
      posted: posted.map(({ promptId }) => promptId),
      evidence: answered.find(({ promptId }) => promptId === null)?.pieces ?? 0,
      handedInAt: posted.length > 0 ? new Date(newest) : (commented?.lastRoot ?? null),
      grade: !grade ? "none" : grade.releasedAt ? "released" : "draft",
    };
  });
}

/**
 * What saving a draft over this would do, also as it stands within a transaction. Four statements, and none for what
 * only staff have seen.
 */
export async function effectsOn(
  access: CourseAccess,
  held: AssignmentView,
  draft: AssignmentDraft,
  now: Date,
  client: Transaction = db(),
): Promise<EffectsView> {
  if (held.publishedAt === null) return { effects: [], touches: null };
  const students = await factsOf(client, access, held);
  const effects = effectsOf({ held, draft, students, now });
  return { effects, touches: touchesDigest(effects) };
}

/** What saving this draft would do to a published assignment, and to whom. Refuses `not-found`. */
export async function assignmentEffects(
  access: CourseAccess,
  { id, draft }: AssignmentChange,
  now: Date,
): Promise<EffectsView> {
  authorize(access, "assignment.write");
  return effectsOn(access, await assignmentOf(access, id), draft, now);
}
