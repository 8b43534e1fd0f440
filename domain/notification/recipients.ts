import type { Id } from "@/domain/id";
import type { NotificationKind } from "./notification";

/** What an event of the log is about, as the rules for who is told read it. */
export type News =
  | { about: "comment"; threadAuthorId: Id; parentAuthorId: Id | null; mentioned: readonly Id[] }
  /** A comment's words changed: whoever is named in them now is told, and nobody twice. */
  | { about: "words"; mentioned: readonly Id[] }
  /** A reply was marked as what answers the question. */
  | { about: "answer"; askerId: Id; replierId: Id; replyId: Id }
  | { about: "response"; parentAuthorId: Id }
  | { about: "note"; ownerId: Id; writers: readonly Id[] }
  | { about: "grade"; studentId: Id }
  | { about: "request"; staff: readonly Id[] }
  | { about: "lookAgain"; studentId: Id }
  | { about: "dates"; students: readonly Id[]; assignmentId: Id }
  | { about: "letter"; to: readonly Id[] };

export interface Told {
  recipientId: Id;
  kind: NotificationKind;
  subjectId: Id;
}

/** Everybody in the order of `all`, of whom some stand under two heads: the first one counts. */
function once(all: readonly Told[]): Told[] {
  const seen = new Set<Id>();
  return all.filter(({ recipientId }) => {
    if (seen.has(recipientId)) return false;
    seen.add(recipientId);
    return true;
  });
}

function whom(subjectId: Id, news: News): Told[] {
  const tell = (kind: NotificationKind, people: readonly (Id | null)[], subject = subjectId): Told[] =>
    people.flatMap((recipientId) => (recipientId ? [{ recipientId, kind, subjectId: subject }] : []));
  switch (news.about) {
    case "comment":
      return [
        ...(news.parentAuthorId === null ? [] : tell("reply", [news.parentAuthorId, news.threadAuthorId])),
        ...tell("mention", news.mentioned),
      ];
    case "words":
      return tell("mention", news.mentioned);
    case "answer":
      return tell("answer", [news.askerId, news.replierId], news.replyId);
    case "response":
      return tell("reply", [news.parentAuthorId]);
    case "note":
      return tell("reply", [news.ownerId, ...news.writers]);
    case "grade":
      return tell("graded", [news.studentId]);
    case "request":
      return tell("asked", news.staff);
    case "lookAgain":
      return tell("answer", [news.studentId]);
    case "dates":
      return tell("dates", news.students, news.assignmentId);
    case "letter":
      return tell("letter", news.to);
  }
}

/**
 * Who is told of an event, and of what kind of thing: each person once, never whoever did it, and only who is still
 * there. Whether they may see it is asked when they look, and when a mail is written.
 * @param here whether a membership stands
 */
export const recipientsOf = (
  event: { actorId: Id; subjectId: Id },
  news: News,
  here: { has: (membershipId: Id) => boolean },
): Told[] =>
  once(whom(event.subjectId, news)).filter(
    ({ recipientId }) => recipientId !== event.actorId && here.has(recipientId),
  );
