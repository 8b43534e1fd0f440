import { letterOf } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import { type Chip, countWords } from "@/domain/prompt/citation";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { chipFields, chipsOf } from "./citation";
import type { CourseAccess } from "./course-access";
import { commentScope, responseScope } from "./scope";

const commentFields = {
  id: true,
  threadId: true,
  parentId: true,
  readingId: true,
  paragraphId: true,
  startOffset: true,
  endOffset: true,
  signal: true,
  body: true,
  createdAt: true,
  authorId: true,
  author: { select: { user: { select: { name: true } } } },
  citations: { select: chipFields, orderBy: { position: "asc" } },
} as const satisfies Prisma.CommentSelect;

type CommentRow = Prisma.CommentGetPayload<{ select: typeof commentFields }>;

export interface Said {
  id: Id;
  author: string;
  body: string;
  citations: Chip[];
  at: Date;
}

/** One of the student's comments, as it stands beside its paragraph. */
export interface Gloss extends Said {
  letter: string;
  /** UTF-16 offsets in the paragraph; null for the whole of it. */
  passage: { start: number; end: number } | null;
  signal: CommentRow["signal"];
  late: boolean;
  /** What it answers, when it is a reply in another's thread. */
  answers: Said | null;
  /** What was said in the thread it began. */
  replies: Said[];
}

export interface ParagraphWork {
  id: Id;
  number: number | null;
  kind: string;
  text: string;
  language: string;
  glosses: Gloss[];
}

export interface ReadingWork {
  id: Id;
  position: number;
  title: string;
  origin: string;
  paragraphs: ParagraphWork[];
  /** Comments on the whole reading. */
  glosses: Gloss[];
}

export interface ResponseWork extends Said {
  /** Null for a reply to another's response. */
  prompt: { title: string; body: string } | null;
  answers: Said | null;
  words: number;
  late: boolean;
  replies: Said[];
}

interface AssignmentRow {
  id: Id;
  dueAt: Date;
  readings: {
    id: Id;
    position: number;
    version: {
      title: string;
      origin: string;
      language: string;
      paragraphs: { id: Id; number: number | null; kind: string; text: string; language: string | null }[];
    };
  }[];
}

/** Who grades reads everything. */
const forStaff = () => true;

const said = (row: Pick<CommentRow, "id" | "author" | "body" | "citations">, at: Date): Said => ({
  id: row.id,
  author: row.author.user.name,
  body: row.body,
  citations: chipsOf(row.citations, forStaff),
  at,
});

/** Of two written in the same millisecond the smaller id comes first: ids are made in order too. */
const byTime = (one: CommentRow, other: CommentRow) =>
  one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);

function glossesOf(own: CommentRow[], threads: CommentRow[], dueAt: Date): Map<CommentRow, Gloss> {
  const ownThreads = new Set(own.filter((row) => row.parentId === null).map((row) => row.id));
  const shown = own.filter((row) => row.parentId === null || !ownThreads.has(row.threadId));
  return new Map(
    shown.map((row) => {
      const answered = row.parentId ? threads.find((other) => other.id === row.parentId) : undefined;
      const replies =
        row.parentId === null
          ? threads.filter((other) => other.threadId === row.id && other.id !== row.id).sort(byTime)
          : [];
      const { startOffset: start, endOffset: end } = row;
      const gloss: Gloss = {
        ...said(row, row.createdAt),
        letter: "",
        passage: start === null || end === null ? null : { start, end },
        signal: row.signal,
        late: row.createdAt > dueAt,
        answers: answered ? said(answered, answered.createdAt) : null,
        replies: replies.map((reply) => said(reply, reply.createdAt)),
      };
      return [row, gloss];
    }),
  );
}

/** Where a comment stands in its paragraph: those on the whole of it come first. */
const inPlace = (one: CommentRow, other: CommentRow) =>
  (one.startOffset ?? -1) - (other.startOffset ?? -1) || byTime(one, other);

function laidOut(assignment: AssignmentRow, glosses: Map<CommentRow, Gloss>): ReadingWork[] {
  let lettered = 0;
  const rows = [...glosses.keys()].sort(inPlace);
  const at = (readingId: Id, paragraphId: Id | null) =>
    rows
      .filter((row) => row.readingId === readingId && row.paragraphId === paragraphId)
      .flatMap((row) => {
        const gloss = glosses.get(row);
        return gloss ? [{ ...gloss, letter: letterOf(lettered++) }] : [];
      });
  return assignment.readings.map(({ id, position, version }) => ({
    id,
    position,
    title: version.title,
    origin: version.origin,
    glosses: at(id, null),
    paragraphs: version.paragraphs.map((paragraph) => ({
      ...paragraph,
      language: paragraph.language ?? version.language,
      glosses: at(id, paragraph.id),
    })),
  }));
}

async function responsesOf(
  access: CourseAccess,
  assignment: AssignmentRow,
  authorId: Id,
): Promise<ResponseWork[]> {
  const voice = {
    id: true,
    body: true,
    createdAt: true,
    submittedAt: true,
    author: { select: { user: { select: { name: true } } } },
    citations: { select: chipFields, orderBy: { position: "asc" } },
  } as const;
  const rows = await db().response.findMany({
    where: {
      courseId: access.courseId,
      prompt: { assignmentId: assignment.id },
      authorId,
      submittedAt: { not: null },
      deletedAt: null,
      ...responseScope(access.actor, true),
    },
    select: {
      ...voice,
      parent: { select: { ...voice, deletedAt: true } },
      prompt: { select: { position: true, title: true, body: true } },
      replies: {
        where: { submittedAt: { not: null }, deletedAt: null },
        select: voice,
        orderBy: { createdAt: "asc" },
      },
    },
    orderBy: [{ prompt: { position: "asc" } }, { createdAt: "asc" }],
  });
  return rows.map((row) => {
    const at = row.submittedAt ?? row.createdAt;
    return {
      ...said(row, at),
      prompt: row.parent ? null : { title: row.prompt.title, body: row.prompt.body },
      answers: row.parent && !row.parent.deletedAt ? said(row.parent, row.parent.createdAt) : null,
      words: countWords(row.body),
      late: at > assignment.dueAt,
      replies: row.replies.map((reply) => said(reply, reply.createdAt)),
    };
  });
}

/** What a student wrote for an assignment, in the context of what it was written on. Three statements. */
export async function workOf(access: CourseAccess, assignment: AssignmentRow, authorId: Id) {
  const { courseId } = access;
  const visible = { courseId, deletedAt: null, ...commentScope(access.actor, true) };
  const comments = async () => {
    const own = await db().comment.findMany({
      where: { ...visible, authorId, reading: { assignmentId: assignment.id } },
      select: commentFields,
    });
    const threads = await db().comment.findMany({
      where: { ...visible, threadId: { in: [...new Set(own.map((row) => row.threadId))] } },
      select: commentFields,
    });
    return laidOut(assignment, glossesOf(own, threads, assignment.dueAt));
  };
  const [readings, responses] = await Promise.all([comments(), responsesOf(access, assignment, authorId)]);
  return { readings, responses };
}
