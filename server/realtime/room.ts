import type { Id } from "@/domain/id";
import { type RoomOfTalk, tidingsAfter } from "./batch";
import { Follower } from "./follower";
import { type Gate, gate } from "./gate";
import { Recent } from "./recent";
import type { Subscriber } from "./subscriber";
import type { Tidings } from "./tidings";

/** Events that are read, or told to somebody who catches up, at once. */
const BATCH = 200;
/** How long an event is kept for those whose line was broken. Milliseconds. */
const KEPT = 60_000;

export interface RoomPlace {
  id: Id;
  assignmentId: Id;
}

/** Under which names a room is read, for all who are in it. */
type Eyes = Pick<RoomOfTalk, "names" | "aliased">;

interface Surroundings {
  clock: () => Date;
  throughGate: Gate;
  /** Somebody in the room was told, or not, of some events. */
  told(subscriber: Subscriber, tidings: Tidings[]): void;
}

/** A room as this process follows it: read once, told to all who are in it. */
export class Room {
  readonly subscribers = new Set<Subscriber>();
  readonly follower: Follower<Tidings>;
  private recent = new Recent();
  private eyes: Eyes = { names: "named", aliased: false };
  private readonly oneAtATime = gate(1);

  constructor(
    private readonly place: RoomPlace,
    private readonly around: Surroundings,
  ) {
    this.follower = new Follower<Tidings>({
      limit: BATCH,
      load: (after) => this.load(after, BATCH),
      take: (tidings) => this.tellAll(tidings),
      isWanted: () => this.subscribers.size > 0,
    });
  }

  /** Follows the room after `seq`, and notices when it has come further. */
  begin(seq: number): void {
    this.follower.begin(seq);
    this.recent.begin(this.follower.seq ?? seq);
    if (seq > (this.follower.seq ?? 0)) this.follower.wake();
  }

  forget(): void {
    this.recent.trim(new Date(this.around.clock().getTime() - KEPT));
  }

  private async load(after: number, limit: number): Promise<Tidings[]> {
    const { eyes } = this;
    const tidings = await tidingsAfter({ ...this.place, ...eyes }, after, limit);
    return eyes === this.eyes ? tidings : this.load(after, limit);
  }

  private tellAll(tidings: Tidings[]): void {
    const now = this.around.clock();
    this.recent.append(tidings, now);
    for (const subscriber of this.subscribers) {
      if (subscriber.live.has(this.place.id)) subscriber.take(this.place.id, tidings, now);
      this.around.told(subscriber, tidings);
    }
  }

  /** Sees to it that everything after `seq` is at hand: read once for all who come back at the same time. */
  private reach(seq: number): Promise<void> {
    return this.oneAtATime(async () => {
      const { recent } = this;
      if (recent.reaches(seq)) return;
      const { from } = recent;
      const tidings = await this.around.throughGate(() => this.load(seq, from - seq));
      // Let go of meanwhile: then it is read again.
      if (recent === this.recent && recent.from === from) recent.prepend(seq, tidings, this.around.clock());
    });
  }

  /** Brings one subscriber to where the room's reader is, and from then on they hear what comes with the others. */
  async catchUp(subscriber: Subscriber): Promise<void> {
    const { id } = this.place;
    const { viewer } = subscriber;
    const names = viewer?.discussion.assignment.names ?? this.eyes.names;
    // Aliases that are not needed any more harm nobody; one who needs them may have come before one who does not.
    const aliased = this.eyes.aliased || (viewer?.aliased ?? false);
    if (names !== this.eyes.names || aliased !== this.eyes.aliased) {
      // What is kept was read for other eyes.
      this.eyes = { names, aliased };
      this.recent = new Recent(this.follower.seq);
    }
    while (!subscriber.closed && this.subscribers.has(subscriber)) {
      const at = subscriber.seqs.get(id) ?? 0;
      // Nothing waits between this look and the next line, so no event falls between the two.
      if (at >= (this.follower.seq ?? 0)) {
        subscriber.live.add(id);
        return;
      }
      if (!this.recent.reaches(at)) {
        await this.reach(at);
        continue;
      }
      const tidings = this.recent.after(at, BATCH);
      subscriber.take(id, tidings, this.around.clock());
      // The room's reader has seen more than there is: a database has been restored.
      if (tidings.length === 0) subscriber.seqs.set(id, this.follower.seq ?? 0);
      await subscriber.drained();
    }
  }
}
