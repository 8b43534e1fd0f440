import { z } from "zod";
import { blockNumber, day, key, prose } from "@/prisma/seed/content/parts";

const place = z.strictObject({ reading: key, paragraph: blockNumber });
const relation = z.enum(["supports", "challenges", "qualifies"]);

export const stanceSchema = z.strictObject({
  author: key,
  moment: z.enum(["before", "after-reading", "after"]),
  reading: key.optional(),
  /** Null: none of them. */
  position: key.nullable(),
  /** The second of two, for whoever stands between them. */
  between: key.optional(),
  confidence: z.number().int().min(1).max(5),
  why: prose,
  movedBy: place.optional(),
  day,
});

export const evidenceSchema = z.strictObject({
  key,
  author: key,
  reading: key,
  paragraph: blockNumber,
  quote: prose,
  /** Empty only in a draft, as the place may be missing only there. */
  claim: z.string().trim(),
  relation,
  position: key.nullable(),
  dimension: key.nullable(),
  draft: z.boolean().default(false),
  day,
});

export const noteSchema = z.strictObject({ author: key, body: prose, day });

/** What was done with the evidence: what it said before an edit, what was merged, what was said about it. */
export const evidenceTalkSchema = z.strictObject({
  edited: z.array(z.strictObject({ piece: key, was: z.strictObject({ claim: prose, relation }), day })),
  merged: z.array(z.strictObject({ piece: key, into: key, by: key, day })),
  threads: z.array(z.strictObject({ piece: key, notes: z.array(noteSchema).min(1) })),
});

export const differenceSchema = z.strictObject({
  key,
  term: key,
  author: key,
  left: place,
  right: place,
  claim: prose,
  day,
  notes: z.array(noteSchema).min(1),
});

export const steelmanSchema = z.strictObject({
  key,
  prompt: key,
  author: key,
  /** What it defends, and its author rejects. */
  position: key,
  /** As it stands now. */
  body: prose,
  day,
  /** When it got its second version, if it did, and what the first said. */
  amended: z.strictObject({ day, was: prose }).optional(),
  verdicts: z.array(
    z.strictObject({
      author: key,
      signs: z.boolean(),
      words: z.string().trim(),
      onVersion: z.number().int().min(1).max(2),
      day,
    }),
  ),
  rebuttal: z.strictObject({ body: prose, day }).optional(),
});

export type DemoEvidence = z.infer<typeof evidenceSchema>;
export type DemoNote = z.infer<typeof noteSchema>;
export type DemoSteelman = z.infer<typeof steelmanSchema>;
