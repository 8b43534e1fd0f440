import type { Id } from "@/domain/id";
import { Groups } from "./groups";
import type { Tidings } from "./tidings";

interface Entry {
  tidings: Tidings;
  heard: number;
}

/**
 * The last events of a room without a gap, so that a crowd that comes back is brought up to date from memory. Every
 * event tells its comment as that stands at the end of what is kept.
 */
export class Recent {
  private entries: Entry[] = [];
  private readonly byComment = new Groups<Id, Tidings>();

  /** @param start everything after this number is kept; `null` before it is known where the room's reader begins */
  constructor(private start: number | null = null) {}

  /** Whether everything after `seq` is here. */
  reaches = (seq: number) => this.start !== null && seq >= this.start;
  get from(): number {
    return this.start ?? 0;
  }

  begin(seq: number): void {
    this.start ??= seq;
  }

  /** Takes what follows on what is kept. */
  append(tidings: readonly Tidings[], now: Date): void {
    this.join(tidings);
    this.entries.push(...tidings.map((one) => ({ tidings: one, heard: now.getTime() })));
  }

  /** Takes what comes right before what is kept, after `seq`. */
  prepend(seq: number, tidings: readonly Tidings[], now: Date): void {
    this.join(tidings);
    this.entries.unshift(...tidings.map((one) => ({ tidings: one, heard: now.getTime() })));
    this.start = seq;
  }

  after(seq: number, limit: number): Tidings[] {
    const first = this.entries.findIndex((entry) => entry.tidings.seq > seq);
    return first === -1 ? [] : this.entries.slice(first, first + limit).map((entry) => entry.tidings);
  }

  /** Lets go of what was heard before a moment. */
  trim(before: Date): void {
    const kept = this.entries.findIndex((entry) => entry.heard >= before.getTime());
    const gone = this.entries.splice(0, kept === -1 ? this.entries.length : kept);
    for (const { tidings } of gone) if (tidings.comment) this.byComment.delete(tidings.comment.id, tidings);
    this.start = gone.at(-1)?.tidings.seq ?? this.start;
  }

  private join(tidings: readonly Tidings[]): void {
    for (const one of tidings) {
      if (!one.comment) continue;
      const others = this.byComment.of(one.comment.id);
      for (const other of others) {
        other.renew(one);
        one.renew(other);
      }
      this.byComment.add(one.comment.id, one);
    }
  }
}
