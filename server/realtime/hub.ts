import type { Cursor } from "@/domain/comment/cursor";
import type { Id } from "@/domain/id";
import { listen, type Wake } from "@/server/adapters/pubsub";
import { Crowd } from "./crowd";
import { Desks } from "./desks";
import { enter, type Rooms } from "./entrance";
import { gate } from "./gate";
import { movedLine } from "./lines";
import { Lookouts } from "./lookouts";
import type { Watcher } from "./pages/watcher";
import { Watches } from "./pages/watches";
import { endReason, prove } from "./proof";
import { Room, type RoomPlace } from "./room";
import type { Session } from "./session";
import { hasMoved, lastSeqs, sessionVersions } from "./standing";
import type { Subscriber } from "./subscriber";
import type { Tidings } from "./tidings";
import { atTime, countsOwnWords, seesDifferently } from "./viewer";

const HEARTBEAT = 15_000;
const POLL = 15_000;
const TICK = 1_000;
const RETRY = 1_000;
/** Over HTTP/1.1 a browser has six connections to a server: with all six held by streams nothing else gets through. */
const MOST_OF_SESSION = 4;
/** A person has several devices; a session that is renewed again and again counts as a new one each time. */
const MOST_OF_PERSON = 100;
/** Of the database's connections, which are shared with everything else that this process answers. */
const AT_ONCE = 8;

function every(time: number, act: () => void): () => void {
  const timer = setInterval(act, time);
  return () => clearInterval(timer);
}

/** Every open stream of this process, and what wakes them. */
export class Hub implements Rooms {
  readonly throughGate = gate(AT_ONCE);
  private readonly rooms = new Map<Id, Room>();
  private readonly crowd = new Crowd<Subscriber>();
  private readonly lookouts = new Lookouts();
  private readonly desks = new Desks(this.crowd.byCourse, {
    doubt: (subscriber) => this.doubt(subscriber),
    withdraw: (courseId, subjectId) => this.lookouts.withdraw(courseId, subjectId),
    move: (courseId, readingId) => this.move(courseId, readingId),
  });
  private readonly watches: Watches;
  private readonly stops = [
    listen((wake) => this.wake(wake)),
    every(HEARTBEAT, () => this.beat()),
    every(POLL, () => this.poll()),
    every(TICK, () => this.tick()),
  ];

  constructor(private readonly clock: () => Date = () => new Date()) {
    this.watches = new Watches({ clock, throughGate: this.throughGate });
  }

  mayOpen({ key, claim }: Session): boolean {
    const crowds = [this.crowd, this.watches.crowd];
    const ofSession = crowds.reduce((sum, { bySession }) => sum + bySession.count(key), 0);
    const ofPerson = crowds.reduce((sum, { byPerson }) => sum + byPerson.count(claim.userId), 0);
    return ofSession < MOST_OF_SESSION && ofPerson < MOST_OF_PERSON;
  }

  /** Opens a stream of a page that was read at `since`. Refuses as what the page shows does. */
  watch = (watcher: Watcher, since: Date | null) => this.watches.open(watcher, since);
  unwatch = (watcher: Watcher) => this.watches.close(watcher);

  /** Opens a stream that goes on from `held`. Refuses as `courseAccess` and `discussionOfReading` do. */
  async open(subscriber: Subscriber, held: Cursor): Promise<void> {
    // Listed before access is proved: what changes it meanwhile raises a doubt.
    this.crowd.add(subscriber);
    try {
      await subscriber.inTurn(async () => {
        await this.desks.follow(subscriber.request.courseId);
        subscriber.viewer = await this.throughGate(() => prove(subscriber, this.clock));
        if (subscriber.closed) return;
        subscriber.begin();
        this.lookouts.open(subscriber);
        await this.sayMoved(subscriber);
        await enter(this, subscriber, held);
      });
    } catch (error) {
      this.close(subscriber);
      throw error;
    }
  }

  /** The text may have moved before the desk was followed. */
  private async sayMoved(subscriber: Subscriber): Promise<void> {
    const { readingId, versionId } = subscriber.request;
    if (versionId && (await this.throughGate(() => hasMoved(readingId, versionId)))) {
      subscriber.write(movedLine);
    }
  }

  close(subscriber: Subscriber): void {
    subscriber.closed = true;
    for (const room of subscriber.viewer?.rooms.keys() ?? []) this.leave(room, subscriber);
    this.crowd.delete(subscriber);
    this.desks.leave(subscriber.request.courseId);
    this.lookouts.close(subscriber);
  }

  async stop(): Promise<void> {
    this.watches.stop();
    this.crowd.each((subscriber) => subscriber.end());
    await Promise.all(this.stops.map((stop) => stop()));
  }

  follow(place: RoomPlace): Room {
    const known = this.rooms.get(place.id);
    if (known) return known;
    const room = new Room(place, {
      clock: this.clock,
      throughGate: this.throughGate,
      told: (subscriber, tidings) => this.ownWords(subscriber, tidings),
    });
    this.rooms.set(place.id, room);
    return room;
  }

  leave(id: Id, subscriber: Subscriber): void {
    const room = this.rooms.get(id);
    room?.subscribers.delete(subscriber);
    subscriber.seqs.delete(id);
    subscriber.live.delete(id);
    if (room?.subscribers.size === 0) this.rooms.delete(id);
  }

  private wake(wake: Wake): void {
    switch (wake.kind) {
      case "room":
        this.rooms.get(wake.roomId)?.follower.wake();
        this.desks.wake(wake.roomId);
        this.watches.wakeRoom(wake.courseId, wake.roomId);
        break;
      case "person":
        for (const subscriber of this.crowd.byPerson.of(wake.userId)) this.doubt(subscriber);
        this.watches.wakePerson(wake.userId);
        break;
      case "presence":
        this.lookouts.note(wake, this.clock());
        break;
      case "resync":
        this.poll();
        break;
    }
  }

  /** Finds what a lost wake would have told. When the database does not answer, the next poll does it. */
  private poll(): void {
    this.lookAtEverything().catch(() => {});
    this.watches.lookAtEverything().catch(() => {});
  }

  /** Two statements for everything that is watched here. */
  private async lookAtEverything(): Promise<void> {
    const ids = [...this.rooms.keys(), ...this.desks.rooms()];
    if (ids.length === 0) return;
    for (const [id, seq] of await lastSeqs(ids)) {
      const follower = this.rooms.get(id)?.follower ?? this.desks.follower(id);
      if (follower && seq > (follower.seq ?? -1)) follower.wake();
    }
    const versions = await sessionVersions(this.crowd.byPerson.keys());
    this.crowd.each((subscriber) => {
      const { userId, sessionVersion } = subscriber.request.claim;
      if (versions.get(userId) !== sessionVersion) this.doubt(subscriber);
    });
  }

  private beat(): void {
    for (const room of this.rooms.values()) room.forget();
    this.crowd.each((subscriber) => subscriber.beat());
    this.watches.beat();
  }

  private tick(): void {
    const now = this.clock();
    this.lookouts.expire(now);
    this.watches.tick(now);
    this.crowd.each((subscriber) => {
      const { viewer } = subscriber;
      if (viewer && atTime(viewer, now) !== viewer) this.doubt(subscriber);
    });
  }

  /** A text has a new version: what its readers have before them is the former. */
  private move(courseId: Id, readingId: Id): void {
    for (const subscriber of this.crowd.byCourse.of(courseId)) {
      if (subscriber.request.readingId === readingId) subscriber.write(movedLine);
    }
  }

  /** Whoever has to write before reading others' words may have written enough, or too little since. */
  private ownWords(subscriber: Subscriber, tidings: Tidings[]): void {
    const { viewer } = subscriber;
    if (!viewer || !countsOwnWords(viewer)) return;
    const { membershipId } = viewer.access.actor;
    if (tidings.some(({ comment }) => comment?.authorId === membershipId)) this.doubt(subscriber);
  }

  /** Proves anew what a subscriber may see. Any number of doubts before that begins are one. */
  private doubt(subscriber: Subscriber): void {
    if (subscriber.doubted) return;
    subscriber.doubted = true;
    subscriber.inTurn(() => this.settle(subscriber)).catch(() => subscriber.end());
  }

  private async settle(subscriber: Subscriber): Promise<void> {
    const before = subscriber.viewer;
    if (subscriber.closed || !before) return;
    try {
      subscriber.viewer = await this.throughGate(() => prove(subscriber, this.clock));
    } catch (error) {
      const reason = endReason(error);
      if (reason) subscriber.end(reason);
      else setTimeout(() => this.doubt(subscriber), RETRY).unref();
      return;
    }
    if (!seesDifferently(before, subscriber.viewer)) return;
    for (const room of before.rooms.keys()) {
      if (!subscriber.viewer.rooms.has(room)) this.leave(room, subscriber);
    }
    await enter(this, subscriber, null);
  }
}
