import { isStaff } from "@/domain/access/actor";
import { can } from "@/domain/access/policy";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { type DimensionView, dimensionFields, type PositionView, positionFields } from "./frame";
import { type Naming, voiceFields, voiceOf } from "./voice";

export interface EvidenceView {
  id: Id;
  positionId: Id;
  dimensionId: Id;
  relation: EvidenceRelation;
  claim: string;
  quote: string;
  author: Voice;
  mine: boolean;
  readingId: Id;
  paragraphId: Id;
  reading: number;
  paragraph: number | null;
}

export interface EvidencePage {
  positions: PositionView[];
  dimensions: DimensionView[];
  /** The readings that are open to this person. */
  readings: { id: Id; number: number; title: string }[];
  evidence: EvidenceView[];
}

/** Readings of assignments that this person may enter: the twin of the policy's `assignment.enter`. */
const openReadings = (access: CourseAccess, now: Date): Prisma.ReadingWhereInput =>
  isStaff(access.actor) ? {} : { assignment: { publishedAt: { not: null }, opensAt: { lte: now } } };

/** Whoever wrote it goes by the name of the assignment that the passage was read in. */
function namingIn(
  access: CourseAccess,
  assignment: { id: Id; names: Naming["names"] },
  aliases: readonly { id: Id; name: string; membershipId: Id; assignmentId: Id }[],
): Naming {
  const here =
    assignment.names === "named" ? [] : aliases.filter((each) => each.assignmentId === assignment.id);
  return {
    hidden: !can(access.actor, "names.see", assignment),
    names: assignment.names,
    aliases: new Map(here.map(({ membershipId, id, name }) => [membershipId, { id, name }])),
  };
}

/** The frame with the passages put to work in it, from readings that are open: three statements. */
export async function evidencePage(access: CourseAccess, now: Date): Promise<EvidencePage> {
  authorize(access, "evidence.read");
  const course = await db().course.findUnique({
    where: { id: access.courseId },
    select: { positions: positionFields, dimensions: dimensionFields },
  });
  if (!course) refuse({ code: "not-found" });
  const readings = await db().reading.findMany({
    where: { courseId: access.courseId, ...openReadings(access, now) },
    select: { id: true, position: true, version: { select: { title: true } } },
    orderBy: { position: "asc" },
  });
  const rows = await db().evidence.findMany({
    where: {
      courseId: access.courseId,
      readingId: { in: readings.map((reading) => reading.id) },
      filedAt: { not: null },
      deletedAt: null,
      mergedIntoId: null,
    },
    select: {
      id: true,
      positionId: true,
      dimensionId: true,
      relation: true,
      claim: true,
      quote: true,
      authorId: true,
      author: {
        select: {
          ...voiceFields.select,
          aliases: { select: { id: true, name: true, membershipId: true, assignmentId: true } },
        },
      },
      readingId: true,
      paragraphId: true,
      reading: { select: { position: true, assignment: { select: { id: true, names: true } } } },
      paragraph: { select: { number: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    ...course,
    readings: readings.map(({ id, position, version }) => ({ id, number: position, title: version.title })),
    evidence: rows.map(({ author, authorId, reading, paragraph, ...row }) => ({
      ...row,
      positionId: row.positionId ?? "",
      dimensionId: row.dimensionId ?? "",
      author: voiceOf(namingIn(access, reading.assignment, author.aliases), author),
      mine: authorId === access.actor.membershipId,
      reading: reading.position,
      paragraph: paragraph.number,
    })),
  };
}
