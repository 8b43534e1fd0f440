import { rubricGap } from "@/domain/assignment/assignment";
import { latePolicy, noLatePolicy } from "@/domain/grading/late";
import { hundredths, showPoints } from "@/domain/grading/points";
import type { Id } from "@/domain/id";
import { defaultParticipation, participationPolicy } from "@/domain/participation/policy";
import { refuse } from "@/domain/refusal";
import { db, type Transaction } from "@/server/adapters/db";
import { assignmentCounts } from "./assignment-counts";
import { authorize, type CourseAccess } from "./course-access";
import { rubricFields, toRubric } from "./rubric";

/** The course's assignments as staff manage them, drafts and all, with how far students have come. Two statements. */
export async function assignmentsOf(access: CourseAccess) {
  authorize(access, "assignment.write");
  const counts = await assignmentCounts(access);
  const rows = await db().assignment.findMany({
    where: { courseId: access.courseId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      id: true,
      version: true,
      title: true,
      publishedAt: true,
      opensAt: true,
      dueAt: true,
      closesAt: true,
      points: true,
      category: { select: { id: true, name: true } },
      rooms: { where: { lastSeq: { gt: 0 } }, select: { id: true }, take: 1 },
      _count: { select: { readings: true, prompts: true, grades: true } },
    },
  });
  return rows.map(({ _count, points, rooms, ...row }) => ({
    ...row,
    points: showPoints(hundredths(points)),
    readings: _count.readings,
    prompts: _count.prompts,
    /** Somebody has done something there, or was given a grade: it can be neither taken back nor deleted. */
    begun: rooms.length > 0 || _count.grades > 0,
    progress: {
      students: counts.students,
      begun: counts.of.get(row.id)?.begun ?? 0,
      graded: counts.of.get(row.id)?.graded ?? 0,
      released: counts.of.get(row.id)?.released ?? 0,
    },
  }));
}

/** Whether somebody has written where a part would be taken away. */
const written = {
  reading: {
    select: { comments: true, citations: true, evidence: true, moved: true, leftOf: true, rightOf: true },
  },
  room: { select: { comments: true, responses: true, evidence: true, steelmen: true } },
  prompt: { select: { responses: true, steelmen: true } },
} as const;

const isAny = (uses: Record<string, number>) => Object.values(uses).some((count) => count > 0);

/** An assignment as it is edited, also as it stands within a transaction. Refuses `not-found`. */
export async function assignmentOf(access: CourseAccess, assignmentId: Id, client: Transaction = db()) {
  authorize(access, "assignment.write");
  const row = await client.assignment.findUnique({
    where: { id: assignmentId, courseId: access.courseId },
    select: {
      id: true,
      version: true,
      publishedAt: true,
      title: true,
      instructions: true,
      opensAt: true,
      dueAt: true,
      closesAt: true,
      points: true,
      rubricId: true,
      rubric: { select: rubricFields },
      groupSetId: true,
      visibility: true,
      postFirst: true,
      postFirstWords: true,
      names: true,
      privateNotes: true,
      blind: true,
      namesShownAt: true,
      participationPoints: true,
      participation: true,
      latePolicy: true,
      categoryId: true,
      weight: true,
      showsDistribution: true,
      readings: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          position: true,
          versionId: true,
          version: { select: { title: true } },
          _count: written.reading,
        },
      },
      prompts: {
        orderBy: { position: "asc" },
        select: {
          id: true,
          position: true,
          kind: true,
          title: true,
          body: true,
          citationsMin: true,
          readingsMin: true,
          wordsMin: true,
          wordsMax: true,
          positionsMin: true,
          repliesMin: true,
          dimensionId: true,
          termId: true,
          postFirst: true,
          pseudonyms: true,
          wholeClass: true,
          steelman: true,
          positions: {
            select: { positionId: true },
            orderBy: [{ position: { position: "asc" } }, { positionId: "asc" }],
          },
          _count: written.prompt,
        },
      },
      rooms: { select: { _count: written.room } },
      _count: { select: { grades: true } },
    },
  });
  if (!row) refuse({ code: "not-found" });
  const { readings, prompts, rooms, rubric, _count, ...fields } = row;
  const points = showPoints(hundredths(fields.points));
  const participationPoints = showPoints(hundredths(fields.participationPoints));
  return {
    ...fields,
    points,
    participationPoints,
    /** How the rubric's best levels miss what the marks are worth; null where they meet it, or there is no rubric. */
    rubricGap: rubric && rubricGap({ points, participationPoints }, toRubric(rubric).most),
    weight: showPoints(hundredths(fields.weight)),
    participation: participationPolicy.parse(fields.participation ?? defaultParticipation),
    latePolicy: latePolicy.parse(fields.latePolicy ?? noLatePolicy),
    graded: _count.grades > 0,
    /** Somebody has written in one of its rooms: who talks with whom cannot change any more. */
    begun: rooms.some((room) => isAny(room._count)),
    readings: readings.map(({ version, _count: uses, ...reading }) => ({
      ...reading,
      title: version.title,
      inUse: isAny(uses),
    })),
    prompts: prompts.map(({ _count: uses, positions, ...prompt }) => ({
      ...prompt,
      positions: positions.map(({ positionId }) => positionId),
      inUse: isAny(uses),
    })),
  };
}

export type AssignmentView = Awaited<ReturnType<typeof assignmentOf>>;

interface Parts {
  versionIds: Id[];
  rubricId: Id | null;
  groupSetId: Id | null;
  categoryId: Id | null;
  prompts: readonly { positions: Id[]; dimensionId: Id | null; termId: Id | null }[];
}

const distinct = (ids: readonly (Id | null)[]) => [...new Set(ids.filter((each) => each !== null))];

/** Refuses `not-found` or `not-published` unless everything an assignment names is there to be used. */
export async function mustBeUsable(access: CourseAccess, parts: Parts): Promise<void> {
  const { courseId } = access;
  const positions = distinct(parts.prompts.flatMap((prompt) => prompt.positions));
  const dimensions = distinct(parts.prompts.map((prompt) => prompt.dimensionId));
  const terms = distinct(parts.prompts.map((prompt) => prompt.termId));
  const all = (ids: readonly Id[], count: Promise<number>) =>
    ids.length === 0 ? true : count.then((there) => there === ids.length);
  const [versions, ...there] = await Promise.all([
    db().sourceVersion.findMany({
      where: { courseId, id: { in: parts.versionIds } },
      select: { publishedAt: true },
    }),
    parts.rubricId ? db().rubric.count({ where: { courseId, id: parts.rubricId } }) : 1,
    parts.groupSetId ? db().groupSet.count({ where: { courseId, id: parts.groupSetId } }) : 1,
    parts.categoryId ? db().category.count({ where: { courseId, id: parts.categoryId } }) : 1,
    // What has been taken out of the frame may stay where it is named.
    all(positions, db().position.count({ where: { courseId, id: { in: positions } } })),
    all(dimensions, db().dimension.count({ where: { courseId, id: { in: dimensions } } })),
    all(terms, db().term.count({ where: { courseId, id: { in: terms } } })),
  ]);
  if (versions.length < parts.versionIds.length || there.some((found) => !found)) {
    refuse({ code: "not-found" });
  }
  if (versions.some((version) => version.publishedAt === null)) refuse({ code: "not-published" });
}
