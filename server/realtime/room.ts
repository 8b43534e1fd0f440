import type { Id } from "@/domain/id";
import { BATCH, type Tidings, tidingsAfter } from "./batch";
import { Follower } from "./follower";
import type { Gate } from "./gate";
import type { Subscriber } from "./subscriber";

export interface RoomPlace {
  id: Id;
  assignmentId: Id;
}

/** A room as this process follows it: read once, told to all who are in it. */
export class Room {
  readonly subscribers = new Set<Subscriber>();
  readonly follower: Follower<Tidings>;

  constructor(
    private readonly place: RoomPlace,
    private readonly clock: () => Date,
    private readonly throughGate: Gate,
    private readonly told: (subscriber: Subscriber, tidings: Tidings[]) => void,
  ) {
    this.follower = new Follower<Tidings>({
      limit: BATCH,
      load: (after) => this.load(after),
      take: (tidings) => this.tellAll(tidings),
      isWanted: () => this.subscribers.size > 0,
    });
  }

  private load(after: number): Promise<Tidings[]> {
    const [someone] = this.subscribers;
    const names = someone?.viewer?.discussion.assignment.names ?? "named";
    return tidingsAfter({ ...this.place, names }, after);
  }

  private tellAll(tidings: Tidings[]): void {
    const now = this.clock();
    for (const subscriber of this.subscribers) {
      if (subscriber.live.has(this.place.id)) subscriber.take(this.place.id, tidings, now);
      this.told(subscriber, tidings);
    }
  }

  /** Brings one subscriber to where the room's reader is, and from then on they hear what comes with the others. */
  async catchUp(subscriber: Subscriber): Promise<void> {
    const { id } = this.place;
    while (!subscriber.closed && this.subscribers.has(subscriber)) {
      const at = subscriber.seqs.get(id) ?? 0;
      // Nothing waits between this look and the next line, so no event falls between the two.
      if (at >= (this.follower.seq ?? 0)) {
        subscriber.live.add(id);
        return;
      }
      const tidings = await this.throughGate(() => this.load(at));
      // The room's reader has seen more than there is: a database has been restored.
      if (tidings.length === 0) subscriber.seqs.set(id, this.follower.seq ?? 0);
      else subscriber.take(id, tidings, this.clock());
      await subscriber.drained();
    }
  }
}
