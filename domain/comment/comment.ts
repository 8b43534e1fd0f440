import { z } from "zod";
import { passage } from "@/domain/anchor/passage";
import { clientId, id } from "@/domain/id";
import { optionalText, writtenText } from "@/domain/text";
import { version } from "@/domain/version";

export const signals = ["question", "insight", "challenge", "term"] as const;
export type Signal = (typeof signals)[number];

export const audiences = ["group", "private", "instructors"] as const;
export type Audience = (typeof audiences)[number];

export const reactionKinds = ["same", "helpful"] as const;
export type ReactionKind = (typeof reactionKinds)[number];

/** Long enough for an essay in a margin; an honest comment has a hundredth of it. UTF-16 units. */
export const MAX_COMMENT = 10_000;

/** A passage may run over this many paragraphs after its first. */
export const MAX_SPANS = 40;

/**
 * A new annotation. Without `paragraphId` it is on the whole reading; without `passage` on the whole paragraph. A
 * passage over several paragraphs goes on in `spans`. Without words it is a highlight: for oneself, on a passage.
 */
export const newComment = z
  .object({
    id: clientId,
    readingId: id,
    paragraphId: id.nullable(),
    passage: passage.nullable(),
    spans: z
      .array(z.object({ paragraphId: id, passage }))
      .max(MAX_SPANS)
      .optional(),
    signal: z.enum(signals).nullable(),
    audience: z.enum(audiences),
    body: optionalText(MAX_COMMENT),
    /** Staff choose the group they write to; a student's own group is taken. */
    groupId: id.nullish(),
  })
  .refine((value) => value.passage === null || value.paragraphId !== null, {
    message: "passage-without-paragraph",
  })
  .refine((value) => !value.spans?.length || value.passage !== null, { message: "spans-without-passage" })
  .refine((value) => value.body !== "" || (value.audience === "private" && value.passage !== null), {
    message: "empty",
    path: ["body"],
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

/** Says something of a comment or takes it back. */
export const reaction = z.object({ id, reaction: z.enum(reactionKinds), on: z.boolean() });
export type ReactionInput = z.infer<typeof reaction>;

/** Resolves or pins a thread, or undoes it. */
export const threadMark = z.object({ id, on: z.boolean() });
export type ThreadMark = z.infer<typeof threadMark>;

/** Which reply answers a question; null takes it back. */
export const answerMark = z.object({ threadId: id, replyId: id.nullable() });
export type AnswerMark = z.infer<typeof answerMark>;
