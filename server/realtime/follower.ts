import { setTimeout as sleep } from "node:timers/promises";

interface Numbered {
  seq: number;
}

export interface Log<Item extends Numbered> {
  /** At most `limit` items after a number, in order. */
  load(after: number): Promise<Item[]>;
  limit: number;
  /** Must not wait: the follower's number moves on in the same moment. */
  take(items: Item[]): void;
  /** Whether anybody still wants to know. */
  isWanted(): boolean;
}

const RETRY = 500;
/** While much is written in a room, it is read this often, so that one look gathers several events. Milliseconds. */
const BREATH = 20;

/** Reads one room's log onwards, each event once, whenever it is woken and as long as there is more. */
export class Follower<Item extends Numbered> {
  private at: number | null = null;
  private woken = false;
  private running = false;

  constructor(private readonly log: Log<Item>) {}

  /** The last number read; null before it is known where to begin. */
  get seq(): number | null {
    return this.at;
  }

  /** Begins after `seq`, unless it has begun already. */
  begin(seq: number): void {
    this.at ??= seq;
    if (this.woken) this.wake();
  }

  wake(): void {
    this.woken = true;
    if (this.at !== null && !this.running) void this.run(this.at);
  }

  private async run(from: number): Promise<void> {
    this.running = true;
    let at = from;
    while (this.woken && this.log.isWanted()) {
      this.woken = false;
      const items = await this.log.load(at).catch(() => null);
      if (items === null) await sleep(RETRY, undefined, { ref: false });
      const last = items?.at(-1);
      if (items && last) {
        this.log.take(items);
        at = last.seq;
        this.at = at;
      }
      if (items === null || items.length === this.log.limit) this.woken = true;
      else await sleep(BREATH);
    }
    this.running = false;
  }
}
