import type { Role } from "@/domain/access/actor";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { type Talker, type Tie, talkersOf, tiesOf } from "@/domain/insight/replies";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import type { InsightScope } from "./insight-questions";
import { openAssignments } from "./openness";
import { voiceFields, voiceOf } from "./voice";

interface ReplyRow {
  from: Id;
  to: Id;
  count: number;
}

export interface Replies {
  /** By the key they go by. */
  people: (Voice & { group: string | null })[];
  ties: Tie[];
  talkers: Talker[];
  /** Assignments left out, because they are graded without names, and all are asked for or one section is. */
  hidden: string[];
}

/**
 * Who replied to whom, in comments and in answers, for staff. Over the whole course, and of a section, only where people
 * go by their names: an alias beside a name, or among a few whose names are known, would tell who is behind it. Five
 * statements.
 */
export async function repliesBetween(
  access: CourseAccess,
  { assignmentId, sectionId }: InsightScope,
  now: Date,
): Promise<Replies> {
  authorize(access, "insight.read");
  const { courseId } = access;
  const open = await openAssignments(access, now);
  const asked = open.filter(({ facts }) => assignmentId === null || facts.id === assignmentId);
  const byName = assignmentId === null || sectionId !== null;
  const shown = byName ? asked.filter(({ naming }) => !naming.hidden) : asked;
  const ids = shown.map(({ facts }) => facts.id);
  const [rows, members] = await Promise.all([
    db().$queryRaw<ReplyRow[]>`
      SELECT "from", "to", count(*)::int AS count FROM (
        SELECT c."authorId" AS "from", a."authorId" AS "to"
        FROM "Comment" c JOIN "Comment" a ON a.id = c."parentId" JOIN "Room" r ON r.id = c."roomId"
        WHERE c."courseId" = ${courseId}::uuid AND c."deletedAt" IS NULL AND c.audience <> 'private'
          AND r."assignmentId" = ANY(${ids}::uuid[])
        UNION ALL
        SELECT c."authorId", a."authorId"
        FROM "Response" c JOIN "Response" a ON a.id = c."parentId" JOIN "Room" r ON r.id = c."roomId"
        WHERE c."courseId" = ${courseId}::uuid AND c."deletedAt" IS NULL AND c."submittedAt" IS NOT NULL
          AND r."assignmentId" = ANY(${ids}::uuid[])
      ) replied WHERE "from" <> "to" GROUP BY "from", "to"`,
    db().membership.findMany({
      where: {
        courseId,
        withdrawnAt: null,
        role: { in: ["student", "instructor", "assistant"] satisfies Role[] },
        ...(sectionId && { OR: [{ sectionId }, { role: { not: "student" } }] }),
      },
      select: { ...voiceFields.select, groups: { select: { group: { select: { name: true } } }, take: 1 } },
      orderBy: { id: "asc" },
    }),
  ]);
  const naming = shown[0]?.naming;
  if (!naming) return { people: [], ties: [], talkers: [], hidden: hiddenOf(asked, shown) };
  const voices = new Map(members.map((member) => [member.id, voiceOf(naming, member)]));
  const isNamed = !naming.hidden;
  const people = members.flatMap((member) => {
    const voice = voices.get(member.id);
    if (!voice || voice.key === "") return [];
    return [{ ...voice, group: isNamed ? (member.groups[0]?.group.name ?? null) : null }];
  });
  const ties = tiesOf(
    rows.flatMap(({ from, to, count }) => {
      const [giver, receiver] = [voices.get(from)?.key, voices.get(to)?.key];
      return giver && receiver ? Array.from({ length: count }, () => ({ from: giver, to: receiver })) : [];
    }),
  );
  return {
    people: people.sort((one, other) => one.name.localeCompare(other.name)),
    ties,
    talkers: talkersOf(
      people.map(({ key }) => key),
      ties,
    ),
    hidden: hiddenOf(asked, shown),
  };
}

const hiddenOf = (asked: readonly { title: string }[], shown: readonly unknown[]) =>
  asked.filter((each) => !shown.includes(each)).map(({ title }) => title);
