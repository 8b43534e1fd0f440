import { isStaff } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import type { EvidenceRelation } from "@/domain/prompt/contest";
import { refuse } from "@/domain/refusal";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { type DimensionView, dimensionFields, type PositionView, positionFields } from "./frame";

export interface EvidenceView {
  id: Id;
  positionId: Id;
  dimensionId: Id;
  relation: EvidenceRelation;
  claim: string;
  quote: string;
  author: string;
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
    where: { courseId: access.courseId, readingId: { in: readings.map((reading) => reading.id) } },
    select: {
      id: true,
      positionId: true,
      dimensionId: true,
      relation: true,
      claim: true,
      quote: true,
      authorId: true,
      author: { select: { user: { select: { name: true } } } },
      readingId: true,
      paragraphId: true,
      reading: { select: { position: true } },
      paragraph: { select: { number: true } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return {
    ...course,
    readings: readings.map(({ id, position, version }) => ({ id, number: position, title: version.title })),
    evidence: rows.map(({ author, authorId, reading, paragraph, ...row }) => ({
      ...row,
      author: author.user.name,
      mine: authorId === access.actor.membershipId,
      reading: reading.position,
      paragraph: paragraph.number,
    })),
  };
}
