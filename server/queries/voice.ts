import type { Role } from "@/domain/access/actor";
import { can } from "@/domain/access/policy";
import { renamed } from "@/domain/comment/rename";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import type { CourseAccess } from "./course-access";
import type { Aliases, DiscussionFacts } from "./discussion";

/** Selects what a voice is made of. */
export const voiceFields = { select: { id: true, role: true, user: { select: { name: true } } } } as const;

export interface VoiceRow {
  id: Id;
  role: Role;
  user: { name: string };
}

/** Who is told what: names, or aliases in their place. */
export interface Naming {
  /** Is told aliases in place of students' names. */
  hidden: boolean;
  /** What classmates see. */
  names: "named" | "pseudonyms";
  aliases: Aliases;
}

/** What this person is told about who is who in the discussion. */
export const namingFor = (access: CourseAccess, discussion: DiscussionFacts): Naming => ({
  hidden: !can(access.actor, "names.see", discussion.assignment),
  names: discussion.assignment.names,
  aliases: discussion.aliases,
});

const isHidden = (naming: Naming, role: Role) => naming.hidden && role === "student";

/** The key under which somebody goes: their membership's id, or the alias's for whoever is told only aliases. */
export const keyOf = (naming: Naming, member: { id: Id; role: Role }): string =>
  isHidden(naming, member.role) ? (naming.aliases.get(member.id)?.id ?? "") : member.id;

export function voiceOf(naming: Naming, row: VoiceRow): Voice {
  const alias = naming.aliases.get(row.id)?.name;
  const key = keyOf(naming, row);
  if (isHidden(naming, row.role)) return { key, name: alias ?? "", role: row.role };
  // Beside the name stands an alias that classmates know; that of a blind assignment is for staff, in its place.
  return {
    key,
    name: row.user.name,
    role: row.role,
    ...(alias && naming.names === "pseudonyms" && { alias }),
  };
}

/**
 * Whether `words` may stand beside this person's key: a name that was written before there were aliases would tell
 * whose alias it is.
 */
export const isCalled = (naming: Naming, member: { id: Id; role: Role }, words: string): boolean =>
  !isHidden(naming, member.role) || naming.aliases.get(member.id)?.name.toLowerCase() === words.toLowerCase();

interface Named {
  words: string;
  membership: { id: Id; role: Role };
}

/** A text as this person is told it: whoever is told aliases finds them in place of the names it mentions, too. */
export const toldText = (naming: Naming, text: string, mentions: readonly Named[]): string =>
  renamed(
    text,
    mentions
      .filter(({ words, membership }) => !isCalled(naming, membership, words))
      .map(({ words, membership }) => ({ words, name: naming.aliases.get(membership.id)?.name ?? "…" })),
  );

/** Whose key it is; null for a key of nobody in this discussion. */
export function memberOfKey(naming: Naming, key: string): Id | null {
  if (!naming.hidden) return key;
  for (const [membershipId, alias] of naming.aliases) if (alias.id === key) return membershipId;
  return null;
}
