import { z } from "zod";
import { passage } from "@/domain/anchor/passage";
import { clientId, id } from "@/domain/id";
import { writtenText } from "@/domain/text";
import { version } from "@/domain/version";

export const signals = ["question", "insight", "challenge", "term"] as const;
export type Signal = (typeof signals)[number];

export const audiences = ["group", "private", "instructors"] as const;
export type Audience = (typeof audiences)[number];

/** Long enough for an essay in a margin; an honest comment has a hundredth of it. UTF-16 units. */
export const MAX_COMMENT = 10_000;

/** A new annotation. Without `paragraphId` it is on the whole reading; without `passage` on the whole paragraph. */
export const newComment = z
  .object({
    id: clientId,
    readingId: id,
    paragraphId: id.nullable(),
    passage: passage.nullable(),
    signal: z.enum(signals).nullable(),
    audience: z.enum(audiences),
    body: writtenText(MAX_COMMENT),
    /** Staff choose the group they write to; a student's own group is taken. */
    groupId: id.nullish(),
  })
  .refine((value) => value.passage === null || value.paragraphId !== null, {
    message: "passage-without-paragraph",
  });
export type NewComment = z.infer<typeof newComment>;

export const newReply = z.object({ id: clientId, parentId: id, body: writtenText(MAX_COMMENT) });
export type NewReply = z.infer<typeof newReply>;

export const commentEdit = z.object({
  id,
  /** The version the edit was made on. */
  version,
  signal: z.enum(signals).nullable(),
  body: writtenText(MAX_COMMENT),
});
export type CommentEdit = z.infer<typeof commentEdit>;
