import { z } from "zod";
import { passage } from "@/domain/anchor/passage";
import { contentOf, type Content as FiledContent, type Write } from "@/domain/outbox/write";
import { evidenceRelations } from "@/domain/prompt/contest";
import { MAX_CLAIM } from "@/domain/prompt/evidence";

/** What a piece says and where it belongs, whether or not it is filed. */
export type Content = Omit<FiledContent, "file">;

const content = z.object({
  claim: z.string(),
  relation: z.enum(evidenceRelations),
  positionId: z.string().nullable(),
  dimensionId: z.string().nullable(),
});

const evidencePlace = z.object({
  readingId: z.string(),
  paragraphId: z.string(),
  /** The ¶ number; null for what is not counted. */
  number: z.number().nullable(),
  passage,
  /** More was selected than this one paragraph's part. */
  cut: z.boolean(),
});
export type EvidencePlace = z.infer<typeof evidencePlace>;

const piece = z.object({
  id: z.string(),
  /** The version that a change is made on. */
  version: z.number(),
  content,
  /** The outbox or the server has it; else it is still to be recorded, as one that was refused and given back. */
  made: z.boolean(),
  /** What they have of it; null where that is not what is said here. */
  kept: content.nullable(),
  /** What somebody else has made of it meanwhile. */
  newer: z.string().nullable(),
});
export type Piece = z.infer<typeof piece>;

/** Evidence being gathered: first only a passage, then the piece made of it. */
export const gathering = z.object({
  /** Null for a piece whose passage is not at hand: one that was given back elsewhere. */
  place: evidencePlace.nullable(),
  piece: piece.nullable(),
});
export type Gathering = z.infer<typeof gathering>;

/** What still has to be said before a piece can be filed. */
export function missingOf({
  claim,
  positionId,
  dimensionId,
}: Content): ("claim" | "position" | "dimension")[] {
  const missing: ("claim" | "position" | "dimension")[] = [];
  if (claim.trim() === "") missing.push("claim");
  if (positionId === null) missing.push("position");
  if (dimensionId === null) missing.push("dimension");
  return missing;
}

/** UTF-16 units that are left for the claim; below 0 it is too long. */
export const roomFor = ({ claim }: Content) => MAX_CLAIM - claim.trim().length;

/** What records the piece, or saves it as it now stands; null where that would change nothing. */
export function writeOf({ place, piece: of }: Gathering, file: boolean): Write | null {
  if (!of) return null;
  const { id, version, content: now, kept } = of;
  if (of.made) {
    if (!file && JSON.stringify(now) === JSON.stringify(kept)) return null;
    return { kind: "saveEvidence", save: { id, version, ...now, file } };
  }
  if (!place) return null;
  const { readingId, paragraphId, passage: words } = place;
  return { kind: "record", evidence: { id, readingId, paragraphId, passage: words, ...now, file } };
}

/** What was taken out of the outbox, to be worked on again. A new id: the old one may stand for something else. */
export function takenBack(
  taken: Write,
  newer: { version: number; text: string } | null,
  { place, freshId }: { place: EvidencePlace | null; freshId: string },
): Gathering | null {
  if (taken.kind !== "record" && taken.kind !== "saveEvidence") return null;
  const said = { content: sayingOf(taken), kept: null };
  if (taken.kind === "record") {
    return { place, piece: { id: freshId, version: 1, made: false, newer: null, ...said } };
  }
  const version = newer?.version ?? taken.save.version;
  return {
    place: null,
    piece: { id: taken.save.id, version, made: true, newer: newer?.text ?? null, ...said },
  };
}

function sayingOf(write: Parameters<typeof contentOf>[0]): Content {
  const { file: _, ...said } = contentOf(write);
  return said;
}
