import { findMentions } from "@/domain/comment/mention";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import type { DiscussionFacts } from "./discussion";
import { namingFor, type VoiceRow, voiceFields, voiceOf } from "./voice";

/** Who takes part in a discussion with this person: their group (staff: everybody) and the staff. */
function membersOf(access: CourseAccess, discussion: DiscussionFacts): Promise<VoiceRow[]> {
  const { ownGroupId, groups } = discussion;
  const inGroup = ownGroupId ? { groups: { some: { groupId: ownGroupId } } } : {};
  // Somebody who has no group yet where there are groups has no classmates there either.
  const isAlone = access.actor.role === "student" && !ownGroupId && groups.length > 0;
  const students = isAlone ? [] : [{ role: "student" as const, ...inGroup }];
  return db().membership.findMany({
    where: {
      courseId: access.courseId,
      withdrawnAt: null,
      OR: [{ role: { in: ["instructor", "assistant"] } }, ...students],
    },
    select: voiceFields.select,
  });
}

/**
 * Who takes part in a discussion with this person, by name or alias, in alphabetical order, so that the order tells
 * nothing about who hides behind an alias.
 */
export async function peopleOfDiscussion(
  access: CourseAccess,
  discussion: DiscussionFacts,
): Promise<Voice[]> {
  const rows = await membersOf(access, discussion);
  const naming = namingFor(access, discussion);
  return rows
    .map((row) => voiceOf(naming, row))
    .filter((voice) => voice.key !== "" && voice.name !== "")
    .sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * Who is named in a text with `@`, by membership. Where classmates see aliases, or staff do, staff name them so as
 * well: a name that stood in their words would tell whose alias it is.
 */
export async function resolveMentions(
  access: CourseAccess,
  discussion: DiscussionFacts,
  text: string,
): Promise<{ membershipId: Id; words: string }[]> {
  if (!text.includes("@")) return [];
  const rows = await membersOf(access, discussion);
  const told = namingFor(access, discussion);
  const naming = { ...told, hidden: told.hidden || told.names === "pseudonyms" };
  const people = rows.map((row) => ({ key: row.id, name: voiceOf(naming, row).name }));
  return findMentions(text, people).map(({ key, words }) => ({ membershipId: key, words }));
}
