import type { Id } from "@/domain/id";
import { announce, type PresenceWake } from "@/server/adapters/pubsub";
import { Groups } from "./groups";
import { presenceLine } from "./lines";
import { Presence, sightingOf } from "./presence";
import type { Subscriber } from "./subscriber";
import { seesPresence } from "./viewer";

/** Reports of one person that come closer together than this are one. Milliseconds. */
const SOONEST = 250;

/** Tells the readers of a text who else is there. */
export class Lookouts {
  private readonly presence = new Presence();
  private readonly byReading = new Groups<Id, Subscriber>();

  open(subscriber: Subscriber): void {
    const { readingId } = subscriber.request;
    this.byReading.add(readingId, subscriber);
    for (const wake of this.presence.of(readingId)) this.tell(subscriber, wake);
  }

  /** When somebody's last stream has closed, others need not wait until they count as gone. */
  close(subscriber: Subscriber): void {
    const { readingId } = subscriber.request;
    this.byReading.delete(readingId, subscriber);
    const membershipId = subscriber.viewer?.access.actor.membershipId;
    if (!membershipId || this.isHere(readingId, membershipId)) return;
    const wake = this.presence.find(readingId, membershipId);
    if (wake) announce({ ...wake, at: null, typing: null, gone: true });
  }

  note(wake: PresenceWake, now: Date): void {
    const { readingId, named } = wake;
    const before = this.presence.find(readingId, named.key);
    if (wake.gone && !before) return;
    // Their last stream elsewhere has closed, or one tab of two: here they still are.
    if (wake.gone && before && this.isHere(readingId, named.key)) {
      announce(before);
      return;
    }
    // Nobody moves faster: whoever reports more often is not passed on to everybody each time.
    if (!wake.gone && this.presence.since(readingId, named.key, now) < SOONEST) return;
    this.presence.note(wake, now);
    this.tellAll(wake);
  }

  expire(now: Date): void {
    for (const wake of this.presence.expire(now)) this.tellAll(wake);
  }

  withdraw(courseId: Id, subjectId: Id): void {
    for (const wake of this.presence.withdraw(courseId, subjectId)) this.tellAll(wake);
  }

  private isHere = (readingId: Id, membershipId: Id) =>
    this.byReading
      .of(readingId)
      .some(({ viewer, closed }) => !closed && viewer?.access.actor.membershipId === membershipId);

  private tellAll(wake: PresenceWake): void {
    for (const subscriber of this.byReading.of(wake.readingId)) this.tell(subscriber, wake);
  }

  private tell(subscriber: Subscriber, wake: PresenceWake): void {
    const { viewer } = subscriber;
    if (viewer && seesPresence(viewer, wake)) subscriber.write(presenceLine(sightingOf(wake, viewer)));
  }
}
