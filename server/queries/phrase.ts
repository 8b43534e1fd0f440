import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";

export interface PhraseView {
  id: Id;
  body: string;
  shared: boolean;
  uses: number;
  mine: boolean;
  author: string;
}

const fields = {
  id: true,
  body: true,
  shared: true,
  uses: true,
  authorId: true,
  author: { select: { user: { select: { name: true } } } },
} as const;

interface Row {
  id: Id;
  body: string;
  shared: boolean;
  uses: number;
  authorId: Id;
  author: { user: { name: string } };
}

const toPhrase = ({ actor }: CourseAccess, { authorId, author, ...row }: Row): PhraseView => ({
  ...row,
  mine: authorId === actor.membershipId,
  author: author.user.name,
});

/** One's own phrases and those that others share, the most used first. One statement. */
export async function phrasesOf(access: CourseAccess): Promise<PhraseView[]> {
  authorize(access, "phrase.write");
  const { courseId, actor } = access;
  const rows = await db().phrase.findMany({
    where: { courseId, OR: [{ authorId: actor.membershipId }, { shared: true }] },
    select: fields,
    orderBy: [{ uses: "desc" }, { createdAt: "desc" }, { id: "asc" }],
  });
  return rows.map((row) => toPhrase(access, row));
}

/** A phrase this person may see; refuses `not-found` for any other. */
export async function findPhrase(access: CourseAccess, id: Id): Promise<PhraseView & { authorId: Id }> {
  authorize(access, "phrase.write");
  const row = await db().phrase.findUnique({ where: { id, courseId: access.courseId }, select: fields });
  if (!row || !can(access.actor, "phrase.see", row)) refuse({ code: "not-found" });
  return { ...toPhrase(access, row), authorId: row.authorId };
}
