import { letterOf } from "@/domain/grading/queue";
import type { Id } from "@/domain/id";
import { type Chip, countWords } from "@/domain/prompt/citation";
import type { ParagraphKind } from "@/domain/source/imported";
import type { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { chipFields, chipsOf } from "./citation";
import type { CourseAccess } from "./course-access";
import { callOf, type GradingFrame } from "./grade-frame";
import { commentScope, responseScope } from "./scope";
import { toldText } from "./voice";

const authorFields = { select: { role: true, user: { select: { name: true } } } } as const;

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
  editedAt: true,
  authorId: true,
  author: authorFields,
  citations: { select: chipFields, orderBy: { position: "asc" } },
  mentions: { select: { words: true, membership: { select: { id: true, role: true } } } },
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
  kind: ParagraphKind;
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
  promptId: Id;
  /** Null for a reply to another's response. */
  prompt: { title: string; body: string } | null;
  answers: Said | null;
  words: number;
  late: boolean;
  replies: Said[];
  /** What the paragraphs are that it cites, by the mark's place in it. */
  kinds: Record<number, ParagraphKind>;
}

export interface ReadingRow {
  id: Id;
  position: number;
  version: {
    title: string;
    origin: string;
    language: string;
    paragraphs: {
      id: Id;
      number: number | null;
      kind: ParagraphKind;
      text: string;
      language: string | null;
    }[];
  };
}

/** Who grades reads everything. */
const forStaff = () => true;

type SaidRow = Pick<CommentRow, "id" | "authorId" | "author" | "body" | "citations"> &
  Partial<Pick<CommentRow, "mentions">>;

/** The words of a comment; while it is graded blind, with aliases in place of the names that it mentions. */
const wordsOf = ({ aliases }: GradingFrame, { body, mentions = [] }: SaidRow): string =>
  aliases ? toldText({ hidden: true, names: "named", aliases }, body, mentions) : body;

const said = (frame: GradingFrame, row: SaidRow, at: Date): Said => ({
  id: row.id,
  author:
    row.author.role === "student"
      ? callOf(frame, row.authorId, row.author.user.name).name
      : row.author.user.name,
  body: wordsOf(frame, row),
  citations: chipsOf(row.citations, forStaff),
  at,
});

/** Of two written in the same millisecond the smaller id comes first: ids are made in order too. */
const byTime = (one: CommentRow, other: CommentRow) =>
  one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1);

function glossesOf(
  frame: GradingFrame,
  own: CommentRow[],
  threads: CommentRow[],
  dueAt: Date,
): Map<CommentRow, Gloss> {
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
        ...said(frame, row, row.createdAt),
        letter: "",
        passage: start === null || end === null ? null : { start, end },
        signal: row.signal,
        late: row.createdAt > dueAt,
        answers: answered ? said(frame, answered, answered.createdAt) : null,
        replies: replies.map((reply) => said(frame, reply, reply.createdAt)),
      };
      return [row, gloss];
    }),
  );
}

/** Where a comment stands in its paragraph: those on the whole of it come first. */
const inPlace = (one: CommentRow, other: CommentRow) =>
  (one.startOffset ?? -1) - (other.startOffset ?? -1) || byTime(one, other);

function laidOut(readings: readonly ReadingRow[], glosses: Map<CommentRow, Gloss>): ReadingWork[] {
  let lettered = 0;
  const rows = [...glosses.keys()].sort(inPlace);
  const at = (readingId: Id, paragraphId: Id | null) =>
    rows
      .filter((row) => row.readingId === readingId && row.paragraphId === paragraphId)
      .flatMap((row) => {
        const gloss = glosses.get(row);
        return gloss ? [{ ...gloss, letter: letterOf(lettered++) }] : [];
      });
  return readings.map(({ id, position, version }) => ({
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

const voice = {
  id: true,
  body: true,
  createdAt: true,
  submittedAt: true,
  editedAt: true,
  authorId: true,
  author: authorFields,
  citations: { select: chipFields, orderBy: { position: "asc" } },
} as const;

const responseFields = {
  ...voice,
  citations: {
    ...voice.citations,
    select: { ...chipFields, paragraph: { select: { ...chipFields.paragraph.select, kind: true } } },
  },
  promptId: true,
  parent: { select: { ...voice, deletedAt: true } },
  prompt: { select: { title: true, body: true } },
  replies: {
    where: { submittedAt: { not: null }, deletedAt: null },
    select: voice,
    orderBy: { createdAt: "asc" },
  },
} as const satisfies Prisma.ResponseSelect;

type ResponseRow = Prisma.ResponseGetPayload<{ select: typeof responseFields }>;

/** Selects what somebody answered to the prompts of an assignment, or to one of them. */
export const responsesIn = (access: CourseAccess, assignmentId: Id, promptId?: Id) =>
  ({
    where: {
      prompt: { assignmentId, id: promptId },
      submittedAt: { not: null },
      deletedAt: null,
      ...responseScope(access.actor, true),
    },
    select: responseFields,
    orderBy: [{ prompt: { position: "asc" } }, { createdAt: "asc" }],
  }) as const satisfies Prisma.Membership$responsesArgs;

/** Answers and replies as they are read, each with what it answers and what was said to it. */
export const responsesOf = (frame: GradingFrame, rows: readonly ResponseRow[], dueAt: Date): ResponseWork[] =>
  rows.map((row) => {
    const at = row.submittedAt ?? row.createdAt;
    return {
      ...said(frame, row, at),
      promptId: row.promptId,
      prompt: row.parent ? null : { title: row.prompt.title, body: row.prompt.body },
      answers: row.parent && !row.parent.deletedAt ? said(frame, row.parent, row.parent.createdAt) : null,
      words: countWords(row.body),
      late: at > dueAt,
      replies: row.replies.map((reply) => said(frame, reply, reply.createdAt)),
      kinds: Object.fromEntries(row.citations.map((one) => [one.position, one.paragraph.kind])),
    };
  });

/** What staff may read: everything but notes to oneself. */
const visibleTo = ({ courseId, actor }: CourseAccess) => ({
  courseId,
  deletedAt: null,
  ...commentScope(actor, true),
});

/** Selects what somebody said on these texts. */
export const commentsIn = (access: CourseAccess, readings: readonly ReadingRow[]) =>
  ({
    where: { ...visibleTo(access), readingId: { in: readings.map((reading) => reading.id) } },
    select: commentFields,
  }) as const satisfies Prisma.Membership$commentsArgs;

interface Author {
  own: CommentRow[];
  readings: readonly ReadingRow[];
  dueAt: Date;
}

/** What a student said on the texts of an assignment, in the context of what it was said on. One statement. */
export async function commentsOf(
  access: CourseAccess,
  frame: GradingFrame,
  { own, readings, dueAt }: Author,
): Promise<ReadingWork[]> {
  const threads = await db().comment.findMany({
    where: { ...visibleTo(access), threadId: { in: [...new Set(own.map((row) => row.threadId))] } },
    select: commentFields,
  });
  return laidOut(readings, glossesOf(frame, own, threads, dueAt));
}
