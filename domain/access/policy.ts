import { type Actor, isStaff } from "./actor";
import { hasOpened, isClosed, type Schedule } from "./discussion";

/** Facts about a conversation: its schedule, its group (null: the whole class), and whether others' words show. */
export interface RoomFacts extends Schedule {
  groupId: string | null;
  /** From `othersVisible`; staff and observers do not depend on it. */
  othersVisible: boolean;
}

export interface WrittenFacts {
  authorId: string;
  deleted: boolean;
}

export interface CommentFacts extends WrittenFacts {
  /** Who began the thread. */
  threadAuthorId: string;
  audience: "group" | "private" | "instructors";
  isRoot: boolean;
  signal: "question" | "insight" | "challenge" | "term" | null;
}

export interface ResponseFacts extends WrittenFacts {
  submitted: boolean;
}

/** Of a piece of evidence; its room tells whose words show, not who may enter: what is filed is for the whole class. */
export interface EvidenceFacts extends WrittenFacts {
  filed: boolean;
}

/** How people go by in an assignment: before classmates, and before staff. */
export interface Masks {
  names: "named" | "pseudonyms";
  blind: boolean;
  /** When staff were given the names back. */
  namesShownAt: Date | null;
}

/** Whether staff are told aliases in place of students' names, now. */
export const isBlind = (assignment: Pick<Masks, "blind" | "namesShownAt">) =>
  assignment.blind && assignment.namesShownAt === null;

type Rule<Facts extends unknown[]> = (actor: Actor, ...facts: Facts) => boolean;

const rules = <Table extends Record<string, Rule<never>>>(table: Table) => table;

const anyone: Rule<[]> = () => true;
const staff: Rule<[]> = isStaff;
const instructor: Rule<[]> = (actor) => actor.role === "instructor";
const writes = (actor: Actor) => isStaff(actor) || actor.role === "student";
const looksOn = (actor: Actor) => isStaff(actor) || actor.role === "observer";
const isAuthor = (actor: Actor, written: WrittenFacts) => written.authorId === actor.membershipId;

const seesAssignment: Rule<[Pick<Schedule, "publishedAt">]> = (actor, assignment) =>
  isStaff(actor) || assignment.publishedAt !== null;

const entersAssignment: Rule<[Schedule, Date]> = (actor, assignment, now) =>
  isStaff(actor) || hasOpened(assignment, now);

const entersRoom: Rule<[RoomFacts, Date]> = (actor, room, now) =>
  entersAssignment(actor, room, now) &&
  (looksOn(actor) || room.groupId === null || actor.groupIds.includes(room.groupId));

const writesInRoom: Rule<[RoomFacts, Date]> = (actor, room, now) =>
  entersRoom(actor, room, now) && writes(actor) && (isStaff(actor) || !isClosed(room, now));

const seesOthersIn = (actor: Actor, room: RoomFacts) => looksOn(actor) || room.othersVisible;

const seesComment: Rule<[CommentFacts, RoomFacts, Date]> = (actor, comment, room, now) => {
  if (!entersRoom(actor, room, now)) return false;
  if (isAuthor(actor, comment)) return true;
  if (comment.audience === "private") return false;
  if (comment.audience === "instructors") {
    // The answer to a question for the instructors is for whoever asked it.
    return isStaff(actor) || comment.threadAuthorId === actor.membershipId;
  }
  return seesOthersIn(actor, room);
};

/** What one does with a comment that stands, while the discussion takes words. */
const handlesComment: Rule<[CommentFacts, RoomFacts, Date]> = (actor, comment, room, now) =>
  !comment.deleted && seesComment(actor, comment, room, now) && writesInRoom(actor, room, now);

const beganThread = (actor: Actor, comment: CommentFacts) => comment.threadAuthorId === actor.membershipId;

/** What one wrote oneself one sees and changes also where one's group has been another since. */
const changesOwn: Rule<[WrittenFacts, RoomFacts, Date]> = (actor, written, room, now) =>
  isAuthor(actor, written) &&
  !written.deleted &&
  entersAssignment(actor, room, now) &&
  writes(actor) &&
  (isStaff(actor) || !isClosed(room, now));

const seesResponse: Rule<[ResponseFacts, RoomFacts, Date]> = (actor, response, room, now) =>
  isAuthor(actor, response)
    ? entersAssignment(actor, room, now)
    : entersRoom(actor, room, now) && response.submitted && !response.deleted && seesOthersIn(actor, room);

const seesEvidence: Rule<[EvidenceFacts, RoomFacts, Date]> = (actor, evidence, room, now) =>
  entersAssignment(actor, room, now) &&
  (isAuthor(actor, evidence) || (evidence.filed && !evidence.deleted && seesOthersIn(actor, room)));

/** What one does with a piece that stands in the class's matrix, while the assignment takes words. */
const handlesEvidence: Rule<[EvidenceFacts, RoomFacts, Date]> = (actor, evidence, room, now) =>
  seesEvidence(actor, evidence, room, now) &&
  evidence.filed &&
  !evidence.deleted &&
  writes(actor) &&
  (isStaff(actor) || !isClosed(room, now));

const seesSteelman: Rule<[WrittenFacts, RoomFacts, Date]> = (actor, steelman, room, now) =>
  isAuthor(actor, steelman)
    ? entersAssignment(actor, room, now)
    : entersRoom(actor, room, now) && !steelman.deleted && seesOthersIn(actor, room);

/**
 * Who may do what: the one table. Writing includes reading, so nobody has to remember two checks. Lists are filtered
 * by `server/queries/scope.ts`, its twin; a law test holds the two together.
 */
export const policy = rules({
  "course.read": anyone,
  "course.manage": instructor,
  "people.read": (actor: Actor) => looksOn(actor),
  "people.manage": instructor,
  "presence.manage": staff,
  "source.read": staff,
  "source.write": staff,
  "assignment.see": seesAssignment,
  "assignment.enter": entersAssignment,
  "assignment.write": staff,
  "room.enter": entersRoom,
  "comment.post": writesInRoom,
  /** Words for nobody but oneself: staff may always, students where the assignment lets them. */
  "comment.keep-private": (actor: Actor, assignment: { privateNotes: boolean }) =>
    isStaff(actor) || (actor.role === "student" && assignment.privateNotes),
  "comment.see": seesComment,
  "comment.reply": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    seesComment(actor, comment, room, now) && writesInRoom(actor, room, now),
  "comment.edit": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    isAuthor(actor, comment) && !comment.deleted && writesInRoom(actor, room, now),
  "comment.delete": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    seesComment(actor, comment, room, now) &&
    !comment.deleted &&
    (isStaff(actor) || (isAuthor(actor, comment) && writesInRoom(actor, room, now))),
  "comment.react": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    handlesComment(actor, comment, room, now) && !isAuthor(actor, comment) && comment.audience !== "private",
  "comment.resolve": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    comment.isRoot &&
    handlesComment(actor, comment, room, now) &&
    (isStaff(actor) || beganThread(actor, comment)),
  "comment.pin": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    comment.isRoot &&
    comment.audience === "group" &&
    isStaff(actor) &&
    handlesComment(actor, comment, room, now),
  "comment.answer": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    comment.isRoot &&
    comment.signal === "question" &&
    handlesComment(actor, comment, room, now) &&
    (isStaff(actor) || beganThread(actor, comment)),
  "comment.history": (actor: Actor, comment: CommentFacts, room: RoomFacts, now: Date) =>
    seesComment(actor, comment, room, now) &&
    !comment.deleted &&
    (isStaff(actor) || isAuthor(actor, comment)),
  /** Where an assignment uses pseudonyms, only staff see who is who; while it is graded blind, staff do not. */
  "names.see": (actor: Actor, assignment: Masks) =>
    isStaff(actor) ? !isBlind(assignment) : assignment.names === "named",
  /** Students answer; staff reply. */
  "response.write": (actor: Actor, room: RoomFacts, now: Date) =>
    actor.role === "student" && writesInRoom(actor, room, now),
  "response.see": seesResponse,
  "response.reply": (actor: Actor, response: ResponseFacts, room: RoomFacts, now: Date) =>
    seesResponse(actor, response, room, now) &&
    response.submitted &&
    !response.deleted &&
    writesInRoom(actor, room, now),
  "response.edit": changesOwn,
  "response.delete": (actor: Actor, response: ResponseFacts, room: RoomFacts, now: Date) =>
    (isStaff(actor) && !response.deleted && seesResponse(actor, response, room, now)) ||
    changesOwn(actor, response, room, now),
  "response.history": (actor: Actor, response: ResponseFacts, room: RoomFacts, now: Date) =>
    seesResponse(actor, response, room, now) &&
    !response.deleted &&
    (isStaff(actor) || isAuthor(actor, response)),
  "stance.take": (actor: Actor) => actor.role === "student",
  "stance.read-all": staff,
  "evidence.read": anyone,
  "evidence.record": writesInRoom,
  "evidence.see": seesEvidence,
  "evidence.edit": (actor: Actor, evidence: EvidenceFacts, room: RoomFacts, now: Date) =>
    !evidence.deleted &&
    seesEvidence(actor, evidence, room, now) &&
    (isStaff(actor) || (isAuthor(actor, evidence) && !isClosed(room, now))),
  "evidence.discuss": handlesEvidence,
  "evidence.helpful": (actor: Actor, evidence: EvidenceFacts, room: RoomFacts, now: Date) =>
    handlesEvidence(actor, evidence, room, now) && !isAuthor(actor, evidence),
  /** Two pieces that say the same: whoever wrote either puts them together. */
  "evidence.merge": (
    actor: Actor,
    evidence: EvidenceFacts,
    into: EvidenceFacts,
    rooms: { of: RoomFacts; into: RoomFacts },
    now: Date,
  ) =>
    handlesEvidence(actor, evidence, rooms.of, now) &&
    handlesEvidence(actor, into, rooms.into, now) &&
    (isStaff(actor) || isAuthor(actor, evidence) || isAuthor(actor, into)),
  "evidence.history": (actor: Actor, evidence: EvidenceFacts, room: RoomFacts, now: Date) =>
    seesEvidence(actor, evidence, room, now) &&
    !evidence.deleted &&
    (isStaff(actor) || isAuthor(actor, evidence)),
  /** A word in a thread that takes words from this person, or no longer does. */
  "note.edit": (actor: Actor, note: WrittenFacts, thread: { takesWords: boolean }) =>
    isAuthor(actor, note) && !note.deleted && thread.takesWords,
  "note.delete": (actor: Actor, note: WrittenFacts, thread: { takesWords: boolean }) =>
    !note.deleted && (isStaff(actor) || (isAuthor(actor, note) && thread.takesWords)),
  /** The case for what one rejects is put by students; `rejects` is where they last said they stand. */
  "steelman.write": (actor: Actor, stand: { rejects: boolean }, room: RoomFacts, now: Date) =>
    actor.role === "student" && stand.rejects && writesInRoom(actor, room, now),
  "steelman.see": seesSteelman,
  "steelman.amend": changesOwn,
  "steelman.rebut": changesOwn,
  "steelman.delete": (actor: Actor, steelman: WrittenFacts, room: RoomFacts, now: Date) =>
    (isStaff(actor) && !steelman.deleted && seesSteelman(actor, steelman, room, now)) ||
    changesOwn(actor, steelman, room, now),
  /** Signed, or not, by a student who holds the position; nobody signs their own. */
  "steelman.judge": (
    actor: Actor,
    steelman: WrittenFacts,
    stand: { holds: boolean },
    room: RoomFacts,
    now: Date,
  ) =>
    actor.role === "student" &&
    stand.holds &&
    !isAuthor(actor, steelman) &&
    !steelman.deleted &&
    seesSteelman(actor, steelman, room, now) &&
    writesInRoom(actor, room, now),
  "frame.write": staff,
  "term.write": staff,
  "term.discuss": writes,
  "insight.read": staff,
  "rubric.write": staff,
  "group.write": staff,
  "extension.give": staff,
  "letter.write": staff,
  /** What the parts of the course's grade weigh. */
  "categories.write": instructor,
  "phrase.write": staff,
  /** A phrase is its author's, and for all graders where it is shared. */
  "phrase.see": (actor: Actor, phrase: { authorId: string; shared: boolean }) =>
    isStaff(actor) && (phrase.shared || phrase.authorId === actor.membershipId),
  "phrase.change": (actor: Actor, phrase: { authorId: string }) =>
    isStaff(actor) && phrase.authorId === actor.membershipId,
  "grade.write": staff,
  "grade.release": instructor,
  /** Giving the names of a blind assignment back to all staff. */
  "grade.show-names": instructor,
  "grade.share-out": instructor,
  /** A request to look again, at what one has been shown. */
  "grade.ask": (actor: Actor, grade: { studentId: string; released: boolean }) =>
    actor.role === "student" && grade.released && grade.studentId === actor.membershipId,
  "grade.answer": staff,
  "grade.see": (actor: Actor, grade: { studentId: string; released: boolean }) =>
    isStaff(actor) || (grade.released && grade.studentId === actor.membershipId),
});

export type Policy = typeof policy;
export type Action = keyof Policy;

export type FactsOf<Name extends Action> =
  Parameters<Policy[Name]> extends [infer _Actor, ...infer Facts] ? Facts : [];

/** Whether `actor` may do `action`, given the facts the action asks for. */
export function can<Name extends Action>(actor: Actor, action: Name, ...facts: FactsOf<Name>): boolean {
  const rule = policy[action] as Rule<FactsOf<Name>>;
  return rule(actor, ...facts);
}
