import { z } from "zod";
import { clientId, id } from "@/domain/id";
import { writtenText } from "@/domain/text";
import { versionOrNone } from "@/domain/version";

/** A response may be an essay, with room to spare. UTF-16 units. */
export const MAX_RESPONSE = 40_000;
export const MAX_REPLY = 10_000;

export const replyRelations = ["agree", "challenge", "ask"] as const;
export type ReplyRelation = (typeof replyRelations)[number];

/** A response as it is sent to be kept or posted: the whole of it, and the version it was written on. */
export const responseText = z.object({
  id: clientId,
  promptId: id,
  /** 0 for one that the server has not seen yet. */
  version: versionOrNone,
  /** Null: no position is taken. */
  positionId: id.nullable(),
  body: writtenText(MAX_RESPONSE),
});
export type ResponseText = z.infer<typeof responseText>;

export const newReply = z.object({
  id: clientId,
  parentId: id,
  relation: z.enum(replyRelations),
  body: writtenText(MAX_REPLY),
});
export type NewReply = z.infer<typeof newReply>;
