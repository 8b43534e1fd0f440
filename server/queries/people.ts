import { findMentions } from "@/domain/comment/mention";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import type { DiscussionFacts } from "./discussion";
import { memberOfKey, namingFor, voiceFields, voiceOf } from "./voice";

/**
 * Who takes part in a discussion with this person: their group (staff: everybody) and the staff, by name or alias, in
 * alphabetical order, so that the order tells nothing about who hides behind an alias.
 */
export async function peopleOfDiscussion(
  access: CourseAccess,
  discussion: DiscussionFacts,
): Promise<Voice[]> {
  const inGroup = discussion.ownGroupId ? { groups: { some: { groupId: discussion.ownGroupId } } } : {};
  const rows = await db().membership.findMany({
    where: {
      courseId: access.courseId,
      withdrawnAt: null,
      OR: [{ role: { in: ["instructor", "assistant"] } }, { role: "student", ...inGroup }],
    },
    select: voiceFields.select,
  });
  const naming = namingFor(access, discussion);
  return rows
    .map((row) => voiceOf(naming, row))
    .filter((voice) => voice.key !== "" && voice.name !== "")
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** Who is named in a text with `@`, by membership. */
export async function resolveMentions(
  access: CourseAccess,
  discussion: DiscussionFacts,
  text: string,
): Promise<{ membershipId: Id; words: string }[]> {
  if (!text.includes("@")) return [];
  const people = await peopleOfDiscussion(access, discussion);
  const naming = namingFor(access, discussion);
  const staff = new Set(people.filter((voice) => voice.role !== "student").map((voice) => voice.key));
  return findMentions(text, people).flatMap(({ key, words }) => {
    const membershipId = staff.has(key) ? key : memberOfKey(naming, key);
    return membershipId ? [{ membershipId, words }] : [];
  });
}
