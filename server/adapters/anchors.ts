import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";
import type { Transaction } from "./db";

/** Where a row stands from now on; `paragraphId` null where its passage is gone. */
export interface NewPlace {
  id: Id;
  /** Of a span: its place in the passage. */
  part: number;
  paragraphId: Id | null;
  start: number | null;
  end: number | null;
  quote: string | null;
  prefix: string | null;
  suffix: string | null;
  anchor: "sound" | "changed" | "lost";
  formerParagraphId: Id;
  formerQuote: string | null;
}

/** The places as a table `n` to update from, in one statement however many there are. */
const table = (places: readonly NewPlace[]) => Prisma.sql`
  jsonb_to_recordset(${JSON.stringify(places)}::jsonb) AS n(
    id uuid, part int, "paragraphId" uuid, start int, "end" int, quote text, prefix text, suffix text,
    anchor "AnchorState", "formerParagraphId" uuid, "formerQuote" text)`;

/** What was to be looked at before stays to be looked at, with what it first stood on. */
const former = (row: string) =>
  Prisma.raw(`
  anchor = CASE WHEN n.anchor = 'sound' THEN ${row}.anchor ELSE n.anchor END,
  "formerParagraphId" = CASE WHEN n.anchor = 'sound' THEN ${row}."formerParagraphId"
    ELSE coalesce(${row}."formerParagraphId", n."formerParagraphId") END`);
const formerQuote = (row: string) =>
  Prisma.raw(`
  "formerQuote" = CASE WHEN n.anchor = 'sound' THEN ${row}."formerQuote"
    ELSE coalesce(${row}."formerQuote", n."formerQuote") END`);

export async function moveComments(tx: Transaction, places: readonly NewPlace[]): Promise<void> {
  await tx.$executeRaw`UPDATE "Comment" c SET "paragraphId" = n."paragraphId", "startOffset" = n.start,
    "endOffset" = n."end", quote = n.quote, prefix = n.prefix, suffix = n.suffix, revision = c.revision + 1,
    ${former("c")}, ${formerQuote("c")} FROM ${table(places)} WHERE c.id = n.id`;
}

/** A longer passage's parts; a part that is gone is taken out, and its comment is marked. */
export async function moveSpans(tx: Transaction, places: readonly NewPlace[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "CommentSpan" s USING ${table(places)}
    WHERE s."commentId" = n.id AND s.position = n.part AND n."paragraphId" IS NULL`;
  await tx.$executeRaw`UPDATE "CommentSpan" s SET "paragraphId" = n."paragraphId", "startOffset" = n.start,
    "endOffset" = n."end", quote = n.quote FROM ${table(places)}
    WHERE s."commentId" = n.id AND s.position = n.part AND n."paragraphId" IS NOT NULL`;
  await tx.$executeRaw`UPDATE "Comment" c SET anchor = 'changed' FROM ${table(places)}
    WHERE c.id = n.id AND n.anchor <> 'sound' AND c.anchor = 'sound'`;
}

/** Evidence whose passage is gone keeps the paragraph it was made on. */
export async function moveEvidence(tx: Transaction, places: readonly NewPlace[]): Promise<void> {
  await tx.$executeRaw`UPDATE "Evidence" e SET "paragraphId" = coalesce(n."paragraphId", e."paragraphId"),
    "startOffset" = coalesce(n.start, e."startOffset"), "endOffset" = coalesce(n."end", e."endOffset"),
    quote = coalesce(n.quote, e.quote), version = e.version + CASE WHEN n.anchor = 'sound' THEN 0 ELSE 1 END,
    ${former("e")}, ${formerQuote("e")} FROM ${table(places)} WHERE e.id = n.id`;
}

export async function moveCitations(tx: Transaction, places: readonly NewPlace[]): Promise<void> {
  await tx.$executeRaw`UPDATE "Citation" c SET "paragraphId" = coalesce(n."paragraphId", c."paragraphId"),
    ${former("c")} FROM ${table(places)} WHERE c.id = n.id`;
}

/** A stance names the passage that moved somebody, and a difference its two uses: they go along where they can. */
export async function moveNamed(
  tx: Transaction,
  what: "stance" | "left" | "right",
  places: readonly NewPlace[],
): Promise<void> {
  const [name, column] = {
    stance: ["Stance", "movedByParagraphId"] as const,
    left: ["TermDifference", "leftParagraphId"] as const,
    right: ["TermDifference", "rightParagraphId"] as const,
  }[what];
  await tx.$executeRaw`UPDATE ${Prisma.raw(`"${name}"`)} d SET ${Prisma.raw(`"${column}"`)} =
    coalesce(n."paragraphId", ${Prisma.raw(`d."${column}"`)}) FROM ${table(places)} WHERE d.id = n.id`;
}
