import type { Id } from "@/domain/id";
import { roomId } from "@/server/adapters/event-log";
import { concerns, DESK_BATCH, type DeskEvent, deskEventsAfter } from "./desk";
import { Follower } from "./follower";
import type { Groups } from "./groups";
import { lastSeqs } from "./standing";
import type { Subscriber } from "./subscriber";

interface Consequences {
  doubt(subscriber: Subscriber): void;
  withdraw(courseId: Id, subjectId: Id): void;
  move(courseId: Id, readingId: Id): void;
}

const deskOf = (courseId: Id) => roomId({ courseId, assignmentId: null, groupId: null });

/** The desks of the courses that have a stream open here: changes to people and assignments reach streams by them. */
export class Desks {
  private readonly followers = new Map<Id, Follower<DeskEvent>>();

  constructor(
    private readonly byCourse: Groups<Id, Subscriber>,
    private readonly consequences: Consequences,
  ) {}

  /** Resolves when every later event will be noticed. */
  async follow(courseId: Id): Promise<void> {
    const desk = deskOf(courseId);
    const follower = this.followers.get(desk) ?? this.make(courseId, desk);
    if (follower.seq !== null) return;
    follower.begin((await lastSeqs([desk])).get(desk) ?? 0);
  }

  leave(courseId: Id): void {
    if (!this.byCourse.has(courseId)) this.followers.delete(deskOf(courseId));
  }

  wake = (room: Id) => this.followers.get(room)?.wake();
  rooms = () => [...this.followers.keys()];
  follower = (room: Id) => this.followers.get(room);

  private make(courseId: Id, desk: Id): Follower<DeskEvent> {
    const follower = new Follower<DeskEvent>({
      limit: DESK_BATCH,
      load: (after) => deskEventsAfter(desk, after),
      take: (events) => this.take(courseId, events),
      isWanted: () => this.byCourse.has(courseId),
    });
    this.followers.set(desk, follower);
    return follower;
  }

  private take(courseId: Id, events: DeskEvent[]): void {
    for (const event of events) {
      if (event.type === "presence.set") this.consequences.withdraw(courseId, event.subjectId);
      if (event.type === "reading.moved") this.consequences.move(courseId, event.subjectId);
    }
    for (const subscriber of this.byCourse.of(courseId)) {
      const { viewer } = subscriber;
      const place = viewer && {
        membershipId: viewer.access.actor.membershipId,
        isStudent: viewer.access.actor.role === "student",
        assignmentId: viewer.discussion.assignment.id,
        groupSetId: viewer.discussion.assignment.groupSetId,
      };
      // Whoever is just being proved is proved again.
      if (!place || events.some((event) => concerns(event, place))) this.consequences.doubt(subscriber);
    }
  }
}
