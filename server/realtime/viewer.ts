import { isStaff } from "@/domain/access/actor";
import { othersVisible } from "@/domain/access/discussion";
import { type CommentFacts, can, type RoomFacts } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { needsAliases } from "@/server/adapters/aliases";
import { roomId } from "@/server/adapters/event-log";
import type { PresenceWake } from "@/server/adapters/wakes";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Aliases, type DiscussionFacts, roomFacts } from "@/server/queries/discussion";

/** What one subscriber may see, as last proved. */
export interface Viewer {
  readonly access: CourseAccess;
  readonly discussion: DiscussionFacts;
  /** Is told aliases in place of names. */
  readonly hidden: boolean;
  /** Whether anybody in the discussion is: classmates, or staff who grade blind. */
  readonly aliased: boolean;
  /** The rooms they may enter, those that nobody has opened yet included. */
  readonly rooms: ReadonlyMap<Id, RoomFacts>;
}

const noAliases: Aliases = new Map();

export function viewerOf(access: CourseAccess, discussion: DiscussionFacts, now: Date): Viewer {
  const { actor, courseId } = access;
  const groups = [null, ...discussion.groups.map((group) => group.id)];
  const rooms = groups.flatMap((groupId) => {
    const facts = roomFacts(discussion, groupId);
    if (!can(actor, "room.enter", facts, now)) return [];
    return [[roomId({ courseId, assignmentId: discussion.assignment.id, groupId }), facts] as const];
  });
  const hidden = !can(actor, "names.see", discussion.assignment);
  const aliased = needsAliases(discussion.assignment);
  // Every stream keeps its viewer, and a class has as many aliases as people: names are looked up with each event.
  return {
    access,
    discussion: { ...discussion, aliases: noAliases },
    hidden,
    aliased,
    rooms: new Map(rooms),
  };
}

export function seesComment(viewer: Viewer, room: Id, comment: CommentFacts, now: Date): boolean {
  const facts = viewer.rooms.get(room);
  return facts !== undefined && can(viewer.access.actor, "comment.see", comment, facts, now);
}

/** Who is there shows to staff and to those who read one another's words. */
export function seesPresence(viewer: Viewer, wake: PresenceWake): boolean {
  const { access, discussion } = viewer;
  const { actor } = access;
  if (actor.membershipId === wake.named.key || discussion.assignment.id !== wake.assignmentId) return false;
  if (isStaff(actor)) return true;
  const together = wake.groupId === null || actor.groupIds.includes(wake.groupId);
  return actor.role === "student" && together && discussion.othersVisible;
}

/** The viewer as the clock makes them: others' words may come into sight when the due date has passed. */
export function atTime(viewer: Viewer, now: Date): Viewer {
  const { access, discussion } = viewer;
  const visible = othersVisible(discussion.assignment, discussion.ownComments, now);
  if (visible === discussion.othersVisible) return viewer;
  return viewerOf(access, { ...discussion, othersVisible: visible }, now);
}

/** Whether what the viewer holds may now be too much or too little, so that they have to fetch it again. */
export function seesDifferently(before: Viewer, after: Viewer): boolean {
  const rooms = (viewer: Viewer) => [...viewer.rooms.keys()].sort().join();
  return (
    before.access.actor.role !== after.access.actor.role ||
    before.hidden !== after.hidden ||
    before.discussion.assignment.names !== after.discussion.assignment.names ||
    before.discussion.othersVisible !== after.discussion.othersVisible ||
    rooms(before) !== rooms(after)
  );
}

/** Whether this viewer's own words decide what they see of others'. */
export const countsOwnWords = ({ access, discussion }: Viewer) =>
  access.actor.role === "student" && discussion.assignment.visibility === "postFirst";
