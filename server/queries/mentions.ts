import type { Role } from "@/domain/access/actor";
import type { Id } from "@/domain/id";
import { Prisma } from "@/prisma/client/client";

/** Whom a comment mentions, in which words: what `toldText` puts aliases for. */
export type Mentions = { words: string; membership: { id: Id; role: Role } }[];

/** As JSON, null for nobody. @param commentId what the comment's id is called in the statement around it */
export const mentionsIn = (commentId: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  SELECT json_agg(json_build_object('words', n.words,
    'membership', json_build_object('id', named.id, 'role', named.role)))
  FROM "Mention" n JOIN "Membership" named ON named.id = n."membershipId"
  WHERE n."commentId" = ${commentId})`;
