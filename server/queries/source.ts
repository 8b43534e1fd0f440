import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { type AsideReason, asideReasons, type DraftParagraph } from "@/domain/source/draft";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

/** The course's sources, newest first, each as its last version stands. Two statements. */
export async function sourcesOf(access: CourseAccess) {
  authorize(access, "source.read");
  const sources = await db().source.findMany({
    where: { courseId: access.courseId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: {
      id: true,
      createdAt: true,
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          id: true,
          title: true,
          byline: true,
          origin: true,
          language: true,
          publishedAt: true,
          _count: { select: { paragraphs: { where: { number: { not: null } } } } },
        },
      },
    },
  });
  const readings = await readingsOf(access, null);
  return sources.flatMap(({ versions, ...source }) =>
    versions.map(({ id: versionId, _count, ...version }) => ({
      ...source,
      ...version,
      versionId,
      paragraphs: _count.paragraphs,
      assigned: readings.filter((place) => place.sourceId === source.id),
    })),
  );
}

/** A reading that shows one of a source's versions, not always the last. */
export interface AssignedPlace {
  readingId: Id;
  position: number;
  assignmentId: Id;
  title: string;
  sourceId: Id;
  versionId: Id;
  /** The version's number. */
  version: number;
}

async function readingsOf(access: CourseAccess, sourceId: Id | null): Promise<AssignedPlace[]> {
  const rows = await db().reading.findMany({
    where: { courseId: access.courseId, ...(sourceId && { version: { sourceId } }) },
    orderBy: { position: "asc" },
    select: {
      id: true,
      position: true,
      assignment: { select: { id: true, title: true } },
      version: { select: { id: true, sourceId: true, number: true } },
    },
  });
  return rows.map(({ id, position, assignment, version }) => ({
    readingId: id,
    position,
    assignmentId: assignment.id,
    title: assignment.title,
    sourceId: version.sourceId,
    versionId: version.id,
    version: version.number,
  }));
}

export interface SourceView {
  id: Id;
  versionId: Id;
  /** The version's number, from 1. */
  number: number;
  revision: number;
  publishedAt: Date | null;
  title: string;
  byline: string;
  origin: string;
  language: string;
  /** With the ¶ numbers as last saved; null for a row that is not counted. */
  paragraphs: (DraftParagraph & { number: number | null })[];
  setAside: { id: Id; text: string; reason: AsideReason }[];
  assigned: AssignedPlace[];
}

const isReason = (reason: string): reason is AsideReason =>
  (asideReasons as readonly string[]).includes(reason);

/** A source as it is cleaned up: its last version, whole. Refuses `not-found`. */
export async function sourceOf(access: CourseAccess, sourceId: Id): Promise<SourceView> {
  authorize(access, "source.read");
  const version = await db().sourceVersion.findFirst({
    where: { sourceId, courseId: access.courseId },
    orderBy: { number: "desc" },
    select: {
      id: true,
      number: true,
      revision: true,
      publishedAt: true,
      title: true,
      byline: true,
      origin: true,
      language: true,
      paragraphs: {
        orderBy: { position: "asc" },
        select: { id: true, number: true, kind: true, level: true, text: true, language: true },
      },
      setAside: { orderBy: { position: "asc" }, select: { id: true, text: true, reason: true } },
    },
  });
  if (!version) refuse({ code: "not-found" });
  const { id: versionId, setAside, ...rest } = version;
  return {
    ...rest,
    id: sourceId,
    versionId,
    setAside: setAside.map((piece) => ({
      ...piece,
      reason: isReason(piece.reason) ? piece.reason : "by-hand",
    })),
    assigned: await readingsOf(access, sourceId),
  };
}

/** A source's text in one piece, as a refusal hands it to somebody whose edit came too late. */
export const plainText = (source: Pick<SourceView, "paragraphs">) =>
  source.paragraphs.map((row) => row.text).join("\n\n");

/** Who brought a source into this course; null where there is none of that id. */
export async function creatorOf(access: CourseAccess, sourceId: Id): Promise<Id | null> {
  const source = await db().source.findUnique({
    where: { id: sourceId, courseId: access.courseId },
    select: { createdById: true },
  });
  return source?.createdById ?? null;
}
