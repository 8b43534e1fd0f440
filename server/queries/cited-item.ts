import type { Role } from "@/domain/access/actor";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { type EvidenceRelation, evidenceRelations } from "@/domain/prompt/contest";
import { type ReplyRelation, replyRelations } from "@/domain/prompt/response";
import { type CitedSnippet, snippetAround } from "./cited-snippet";
import type { CourseAccess } from "./course-access";
import type { Mentions } from "./mentions";
import type { OpenAssignment } from "./openness";
import { type Naming, toldText, voiceOf } from "./voice";

/** Where something stands that cites a passage. */
export type CitedAt =
  | { kind: "comment"; readingId: Id; threadId: Id; reading: number; title: string; position: number }
  | {
      kind: "response";
      promptId: Id;
      responseId: Id;
      number: number;
      title: string;
      reply: ReplyRelation | null;
    }
  | { kind: "steelman"; promptId: Id; number: number; title: string }
  | {
      kind: "evidence";
      pieceId: Id;
      positionId: Id | null;
      dimensionId: Id | null;
      relation: EvidenceRelation;
    }
  | { kind: "note"; pieceId: Id; positionId: Id | null; dimensionId: Id | null }
  | { kind: "termNote"; termId: Id };

export interface CitedItem {
  id: Id;
  at: CitedAt;
  author: Voice;
  mine: boolean;
  snippet: CitedSnippet;
  /** The short name of the position it is cited for, where that is said. */
  about: string | null;
  anchor: "sound" | "changed" | "lost";
  createdAt: Date;
}

export interface CitedRow {
  kind: "comment" | "response" | "steelman" | "note" | "evidence";
  id: Id;
  authorId: Id;
  role: Role;
  name: string;
  createdAt: Date;
  body: string;
  mark: number | null;
  short: string | null;
  anchor: CitedItem["anchor"];
  assignmentId: Id | null;
  promptId: Id | null;
  readingId: Id | null;
  threadId: Id | null;
  threadPosition: number | null;
  pieceId: Id | null;
  cellPositionId: Id | null;
  dimensionId: Id | null;
  termId: Id | null;
  relation: string | null;
  otherReadingId: Id | null;
  total: number;
  /** Whom a comment names. */
  mentions: Mentions | null;
}

const ofReading = (open: readonly OpenAssignment[], readingId: Id | null) =>
  open.find(({ readings }) => readings.some(({ id }) => id === readingId));

const promptOf = (open: readonly OpenAssignment[], promptId: Id | null) =>
  open.flatMap(({ prompts }) => prompts).find(({ id }) => id === promptId);

/** Under which names its author goes: those of the prompt, or of the assignment it was written in. */
function namingOf(row: CitedRow, open: readonly OpenAssignment[]): Naming | undefined {
  if (row.kind === "response" || row.kind === "steelman") return promptOf(open, row.promptId)?.naming;
  if (row.kind === "comment") return open.find(({ facts }) => facts.id === row.assignmentId)?.naming;
  const here = ofReading(open, row.readingId)?.naming;
  const there = ofReading(open, row.otherReadingId)?.naming;
  // Where either text is talked about under aliases, so are the two together.
  return there?.hidden && !here?.hidden ? there : here;
}

function placeOf(row: CitedRow, open: readonly OpenAssignment[]): CitedAt | null {
  const { positionId, dimensionId } = { positionId: row.cellPositionId, dimensionId: row.dimensionId };
  switch (row.kind) {
    case "comment": {
      const reading = open.flatMap((each) => each.readings).find(({ id }) => id === row.readingId);
      if (!reading || !row.threadId) return null;
      return {
        kind: "comment",
        readingId: reading.id,
        threadId: row.threadId,
        reading: reading.number,
        title: reading.title,
        position: row.threadPosition ?? 0,
      };
    }
    case "response": {
      const prompt = promptOf(open, row.promptId);
      const reply = replyRelations.find((each) => each === row.relation) ?? null;
      if (!prompt) return null;
      const { id: promptId, number, title } = prompt;
      return { kind: "response", promptId, responseId: row.id, number, title, reply };
    }
    case "steelman": {
      const prompt = promptOf(open, row.promptId);
      if (!prompt) return null;
      return { kind: "steelman", promptId: prompt.id, number: prompt.number, title: prompt.title };
    }
    case "evidence": {
      const relation = evidenceRelations.find((each) => each === row.relation);
      return relation ? { kind: "evidence", pieceId: row.id, positionId, dimensionId, relation } : null;
    }
    case "note":
      if (row.termId) return { kind: "termNote", termId: row.termId };
      return row.pieceId ? { kind: "note", pieceId: row.pieceId, positionId, dimensionId } : null;
  }
}

/** One place in which a passage is cited, as it is listed; null for what leads nowhere any more. */
export function itemOf(
  row: CitedRow,
  access: CourseAccess,
  open: readonly OpenAssignment[],
): CitedItem | null {
  const at = placeOf(row, open);
  const naming = namingOf(row, open);
  if (!at || !naming) return null;
  return {
    id: row.id,
    at,
    author: voiceOf(naming, { id: row.authorId, role: row.role, user: { name: row.name } }),
    mine: row.authorId === access.actor.membershipId,
    snippet: snippetAround(toldText(naming, row.body, row.mentions ?? []), row.mark),
    about: row.short,
    anchor: row.anchor,
    createdAt: row.createdAt,
  };
}
