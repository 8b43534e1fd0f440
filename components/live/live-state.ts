import { type Cursor, laterCursor, parseCursor } from "@/domain/comment/cursor";
import type { Voice } from "@/domain/comment/voice";
import {
  addWaiting,
  freshByThread,
  isHeldBack,
  nothingWaits,
  showsAtOnce,
  takeWaiting,
  type Waiting,
} from "@/domain/comment/waiting";
import type { Frame } from "@/domain/comment/wire";
import { PRESENCE_EXPIRES } from "@/domain/reading/presence";
import type { LiveStatus } from "./connection";

/** Somebody reading here now. */
export interface Here extends Voice {
  /** Position of the paragraph in sight; null before the text has been touched. */
  at: number | null;
  /** The thread in which a reply is being written. */
  typing: string | null;
}

export interface LiveView {
  status: LiveStatus;
  waiting: Waiting;
  /** New comments that wait, by thread. */
  fresh: ReadonlyMap<string, number>;
  /**
   * Whether a comment, wherever it was read from, has to wait until it is asked for. Another function once something
   * has been asked for, not when more arrives: what has been read holds none of it.
   */
  holdsBack: (id: string) => boolean;
  here: readonly Here[];
  /** The text has a new version: what stands on the page is the former. */
  moved: boolean;
}

/** Frames come in bursts: the page is told of them this often at most. Milliseconds. */
const TELL_EVERY = 250;

/** What arrives by the stream, held outside of React so that a burst of comments costs the page next to nothing. */
export class LiveState {
  #view: LiveView;
  #cursor: Cursor;
  #waiting: Waiting = nothingWaits;
  /** Came since the page was last told, and has to wait. */
  #arrived: Frame[] = [];
  #isHereChanged = false;
  readonly #here = new Map<string, Here & { until: number }>();
  readonly #watchers = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(
    readonly readingId: string,
    cursor: string,
    readonly me: () => string,
    /** Shows frames on the page. */
    readonly show: (frames: Frame[]) => void,
  ) {
    this.#cursor = parseCursor(cursor);
    const holdsBack = this.#holdingBack();
    this.#view = {
      status: "connecting",
      waiting: nothingWaits,
      fresh: new Map(),
      holdsBack,
      here: [],
      moved: false,
    };
  }

  readonly view = (): LiveView => this.#view;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  };

  cursor = (): Cursor => this.#cursor;

  setStatus = (status: LiveStatus): void => {
    if (status === this.#view.status) return;
    this.#view = { ...this.#view, status };
    this.#tellSoon();
  };

  readonly setMoved = (moved: boolean): void => {
    if (moved === this.#view.moved) return;
    this.#view = { ...this.#view, moved };
    this.#tellSoon();
  };

  /** Notes how far the stream has come; never goes back. */
  reach(cursor: Cursor): void {
    this.#cursor = laterCursor(this.#cursor, cursor);
  }

  take(frame: Frame): void {
    if (frame.seq <= (this.#cursor.get(frame.room) ?? 0)) return;
    this.reach(new Map([[frame.room, frame.seq]]));
    if (frame.comment.readingId !== this.readingId) return;
    // Only of what could be shown at once has it to be known what waits.
    const waiting = showsAtOnce(frame, this.me()) ? this.#allWaiting() : this.#waiting;
    if (showsAtOnce(frame, this.me(), waiting)) this.show([frame]);
    else {
      this.#arrived.push(frame);
      this.#tellSoon();
    }
  }

  #allWaiting(): Waiting {
    if (this.#arrived.length > 0) {
      this.#waiting = addWaiting(this.#waiting, this.#arrived);
      this.#arrived = [];
    }
    return this.#waiting;
  }

  #holdingBack(): LiveView["holdsBack"] {
    return (id) => isHeldBack(this.#allWaiting(), id);
  }

  /** Shows what waits, all or of one thread. */
  readonly showWaiting = (threadId?: string): void => {
    const { taken, left } = takeWaiting(this.#allWaiting(), threadId);
    this.#waiting = left;
    this.#view = { ...this.#view, holdsBack: this.#holdingBack() };
    this.#tell();
    if (taken.length > 0) this.show(taken);
  };

  /** Everything is read anew from `cursor`: what waited is in it. */
  restart(cursor: Cursor): void {
    this.#cursor = cursor;
    this.#arrived = [];
    this.#waiting = nothingWaits;
    this.#view = { ...this.#view, holdsBack: this.#holdingBack() };
    this.#tell();
  }

  see(here: Here, gone: boolean): void {
    if (here.key === this.me()) return;
    this.#isHereChanged = true;
    if (gone) this.#here.delete(here.key);
    else this.#here.set(here.key, { ...here, until: Date.now() + PRESENCE_EXPIRES });
    this.#tellSoon();
  }

  /** Forgets whoever has not been heard of for long. */
  forgetGone = (): void => {
    const now = Date.now();
    const left = [...this.#here].filter(([, { until }]) => until < now);
    if (left.length === 0) return;
    for (const [key] of left) this.#here.delete(key);
    this.#isHereChanged = true;
    this.#tellSoon();
  };

  #whoIsHere = (): readonly Here[] => [...this.#here.values()].sort((a, b) => a.name.localeCompare(b.name));

  #tellSoon(): void {
    this.#timer ??= setTimeout(() => this.#tell(), TELL_EVERY);
  }

  #tell(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const here = this.#isHereChanged ? this.#whoIsHere() : this.#view.here;
    this.#isHereChanged = false;
    const waiting = this.#allWaiting();
    const fresh = waiting === this.#view.waiting ? this.#view.fresh : freshByThread(waiting);
    this.#view = { ...this.#view, waiting, fresh, here };
    for (const watcher of this.#watchers) watcher();
  }
}
