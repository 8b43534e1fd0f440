import { z } from "zod";
import { passage } from "@/domain/anchor/passage";
import type { Voice } from "@/domain/comment/voice";
import { clientId, type Id, id } from "@/domain/id";
import { optionalText, writtenText } from "@/domain/text";
import { version } from "@/domain/version";
import type { Chip } from "./citation";
import { type EvidenceRelation, evidenceRelations } from "./contest";

/** A claim is a sentence or two. UTF-16 units. */
export const MAX_CLAIM = 600;
export const MAX_NOTE = 4_000;

const content = {
  claim: optionalText(MAX_CLAIM),
  relation: z.enum(evidenceRelations),
  positionId: id.nullable(),
  dimensionId: id.nullable(),
  /** Whether it goes into the class's matrix; else it stays (or becomes no more than) its author's draft. */
  file: z.boolean(),
};

interface Content {
  claim: string;
  positionId: Id | null;
  dimensionId: Id | null;
}

/** What is filed says something, and has a place. */
export const isWhole = ({ claim, positionId, dimensionId }: Content) =>
  claim !== "" && positionId !== null && dimensionId !== null;

const wholeIfFiled = (value: Content & { file: boolean }) => !value.file || isWhole(value);

/** A passage put to work. A draft may lack its claim and its place; what is filed has both. */
export const newEvidence = z
  .object({ id: clientId, readingId: id, paragraphId: id, passage, ...content })
  .refine(wholeIfFiled, { message: "not-whole" });
export type NewEvidence = z.infer<typeof newEvidence>;

export const evidenceSave = z
  .object({ id, version, ...content })
  .refine(wholeIfFiled, { message: "not-whole" });
export type EvidenceSave = z.infer<typeof evidenceSave>;

/** What a thread hangs on: a piece of evidence, or a difference between two uses of a term. */
export const noteSubject = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("evidence"), id }),
  z.object({ kind: z.literal("difference"), id }),
]);
export type NoteSubject = z.infer<typeof noteSubject>;

export const newNote = z.object({ id: clientId, on: noteSubject, body: writtenText(MAX_NOTE) });
export type NewNote = z.infer<typeof newNote>;

export const noteEdit = z.object({ id, version, body: writtenText(MAX_NOTE) });
export type NoteEdit = z.infer<typeof noteEdit>;

/** A cell as its address names it, and from where on its pieces are wanted. */
export const cellQuery = z.object({
  positionId: id,
  dimensionId: id,
  /** From an answer's `next`. */
  cursor: z.int().nonnegative().max(100_000).optional(),
});
export type CellQuery = z.infer<typeof cellQuery>;

/** A piece as the matrix counts it: all that its filters ask, and none of its words. */
export interface MatrixPiece {
  id: Id;
  /** Null for a draft without a place; else also of positions and dimensions taken out of the frame. */
  positionId: Id | null;
  dimensionId: Id | null;
  relation: EvidenceRelation;
  readingId: Id;
  /** The author's voice key. */
  by: string;
  /** The author's group in the reading's assignment; null where the class talks together. */
  groupId: Id | null;
  /** By somebody of a group of mine, or by me. */
  near: boolean;
  mine: boolean;
  filed: boolean;
  /** Counted under another that says the same, as long as that one is among those counted. */
  merged: boolean;
  /** That other one, where it is merged. */
  head: Id | null;
  /** Its text has changed, or is gone: to check. */
  changed: boolean;
}

/** A piece as its card shows it. */
export interface EvidenceView {
  id: Id;
  version: number;
  positionId: Id | null;
  dimensionId: Id | null;
  relation: EvidenceRelation;
  claim: string;
  quote: string;
  author: Voice;
  mine: boolean;
  filed: boolean;
  createdAt: Date;
  editedAt: Date | null;
  readingId: Id;
  /** The reading's number and title. */
  reading: number;
  title: string;
  paragraphId: Id;
  /** The ¶; null where it is not counted. */
  paragraph: number | null;
  /** UTF-16 units within the paragraph. */
  start: number;
  end: number;
  anchor: "sound" | "changed" | "lost";
  /** The whole paragraph as it was, where it has changed. */
  formerText: string | null;
  /** The whole paragraph as it is now, where it has changed. */
  currentText: string | null;
  helpful: { count: number; mine: boolean };
  /** How many notes stand in its thread. */
  notes: number;
  /** Those that say the same, and are counted here. */
  merged: MergedPiece[];
  can: {
    edit: boolean;
    delete: boolean;
    discuss: boolean;
    helpful: boolean;
    /** Put under another of the same cell. */
    merge: boolean;
    /** Say that it still holds, though its text changed. */
    check: boolean;
  };
}

export interface MergedPiece {
  id: Id;
  claim: string;
  quote: string;
  author: Voice;
  mine: boolean;
  reading: number;
  readingId: Id;
  paragraphId: Id;
  paragraph: number | null;
  /** Take it out again: its author, whoever merged it, and staff. */
  canPart: boolean;
}

/** A piece beside others: what it says and where it stands. */
export interface EvidenceBrief {
  id: Id;
  positionId: Id | null;
  dimensionId: Id | null;
  relation: EvidenceRelation;
  claim: string;
  quote: string;
  author: Voice;
  mine: boolean;
  readingId: Id;
  reading: number;
  title: string;
  paragraphId: Id;
  paragraph: number | null;
  helpful: number;
}

/** What a piece said at one time. */
export interface EvidenceState {
  version: number;
  claim: string;
  relation: EvidenceRelation;
  /** The names they go by now. */
  position: string | null;
  dimension: string | null;
  by: Voice;
  at: Date;
}

/** A word in a thread about evidence or a term. */
export interface NoteView {
  id: Id;
  version: number;
  /** Empty once deleted. */
  body: string;
  author: Voice;
  mine: boolean;
  createdAt: Date;
  editedAt: Date | null;
  deleted: boolean;
  citations: Chip[];
  can: { edit: boolean; delete: boolean };
}
