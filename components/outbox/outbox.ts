import { changeQueue } from "@/components/device/outbox-store";
import { TabChannel } from "@/components/device/tabs";
import { newId } from "@/components/trpc/new-id";
import type { CommentWire } from "@/domain/comment/wire";
import type { Id } from "@/domain/id";
import { enqueue } from "@/domain/outbox/enqueue";
import type { OutboxItem, Queue } from "@/domain/outbox/item";
import { begin, drop, hurry, isSignedOut, nextToSend, recover, settle } from "@/domain/outbox/outbox";
import type { Write } from "@/domain/outbox/write";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { exclusively } from "./exclusively";
import { type OutboxView, viewOf } from "./outbox-view";
import type { Delivery, Result } from "./send";

export interface OutboxPlace {
  /** The membership: queue and drafts of another person on this device are theirs. */
  personId: Id;
  courseId: Id;
  /** Where what is written belongs, such as the reading's id. */
  scope: string;
}

export type SentListener = (item: OutboxItem, result: CommentWire) => void;
/** Null: the piece was deleted. */
export type EvidenceListener = (item: OutboxItem, piece: EvidenceView | null) => void;

type Change = (queue: Queue) => Queue;
type Message =
  | { kind: "changed" }
  | { kind: "sent"; item: OutboxItem; result: Result }
  | { kind: "signed"; out: boolean };

const unchanged: Change = (queue) => queue;

/** One page's hold of a person's outbox: what waits, and the sending of it. All pages of the browser share the queue. */
export class Outbox {
  #stored: Queue = [];
  /** Changes made here that the device has not confirmed: they show at once. */
  readonly #unconfirmed: Change[] = [];
  #kept = true;
  #offline = false;
  #signedOut = false;
  #view: OutboxView;
  readonly #watchers = new Set<() => void>();
  readonly #sentListeners = new Set<SentListener>();
  readonly #evidenceListeners = new Set<EvidenceListener>();
  readonly #tabs: TabChannel<Message>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isAsked = false;
  #isRunning = false;

  constructor(
    readonly place: OutboxPlace,
    readonly deliver: (item: OutboxItem) => Promise<Delivery>,
  ) {
    this.#tabs = new TabChannel(`glossa.outbox.${place.personId}`);
    this.#view = this.#look();
  }

  readonly view = (): OutboxView => this.#view;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
    };
  };

  /** Is told of everything about comments that was sent, by whichever tab, before it leaves the queue. */
  readonly onSent = (listener: SentListener): (() => void) => {
    this.#sentListeners.add(listener);
    return () => {
      this.#sentListeners.delete(listener);
    };
  };

  /** The same for evidence. */
  readonly onEvidence = (listener: EvidenceListener): (() => void) => {
    this.#evidenceListeners.add(listener);
    return () => {
      this.#evidenceListeners.delete(listener);
    };
  };

  /** Begins to send what is there, and goes on until the returned function is called. */
  start(): () => void {
    this.#isRunning = true;
    const events = new AbortController();
    const { signal } = events;
    const stop = this.#tabs.listen((message) => this.#hear(message));
    window.addEventListener("online", () => this.#comeBack(), { signal });
    window.addEventListener("offline", () => this.#setState({ offline: true }), { signal });
    window.addEventListener("focus", () => this.#lookAgain(), { signal });
    document.addEventListener("visibilitychange", () => this.#lookAgain(), { signal });
    this.#change(unchanged).then(() => this.#plan());
    return () => {
      this.#isRunning = false;
      if (this.#timer) clearTimeout(this.#timer);
      events.abort();
      stop();
    };
  }

  /** Queues a write; it shows at once. Resolves when the device keeps it: false when only this page does. */
  readonly enqueue = async (write: Write, threadId?: Id): Promise<boolean> => {
    const fresh = { ...this.place, id: newId(), at: Date.now(), write, threadId };
    const stored = this.#change((queue) => enqueue(queue, fresh), true);
    this.#plan();
    return stored;
  };

  readonly tryNow = (): void => {
    this.#change(hurry);
    this.#wake();
  };

  /**
   * Takes what was written out of the queue. `keep` is given the words first, so that they stand somewhere at every
   * moment; where another tab has begun to send them in between, they arrive and the draft is one too many.
   */
  readonly takeBack = async (id: Id, keep: (write: Write, item: OutboxItem) => void): Promise<void> => {
    const taken = this.#view.all.find((item) => item.id === id && item.state !== "sending");
    if (!taken) return;
    keep(taken.write, taken);
    await this.discard(id);
  };

  readonly discard = async (id: Id): Promise<void> => {
    await this.#change((queue) => drop(queue, id), true);
    this.#plan();
  };

  /** One step of the queue; the page shows it before the device has it. `durably`: it must not be lost. */
  async #change(how: Change, durably = false): Promise<boolean> {
    let isChanged = false;
    this.#unconfirmed.push(how);
    this.#show();
    const { queue, kept } = await changeQueue(
      this.place.personId,
      (before) => {
        const after = how(before);
        isChanged = after !== before;
        return after;
      },
      { durably },
    );
    this.#unconfirmed.splice(this.#unconfirmed.indexOf(how), 1);
    this.#stored = queue;
    this.#kept = kept;
    this.#show();
    if (isChanged) this.#tabs.tell({ kind: "changed" });
    return kept;
  }

  #look(): OutboxView {
    const queue = this.#unconfirmed.reduce((before, how) => how(before), this.#stored);
    const { place } = this;
    return viewOf(queue, {
      scope: place.scope,
      offline: this.#offline,
      signedOut: this.#signedOut,
      kept: this.#kept,
    });
  }

  #show(): void {
    this.#view = this.#look();
    for (const watcher of this.#watchers) watcher();
  }

  #setState(state: { offline?: boolean; signedOut?: boolean }): void {
    this.#offline = state.offline ?? this.#offline;
    this.#signedOut = state.signedOut ?? this.#signedOut;
    this.#show();
  }

  #comeBack(): void {
    this.#setState({ offline: false });
    this.tryNow();
  }

  /** Somebody looks at the page again: they may have signed in, or found a network. */
  #lookAgain(): void {
    if (document.visibilityState !== "visible" || (this.#offline && !navigator.onLine)) return;
    this.#change(unchanged).then(() => {
      if (this.#view.waiting.length > 0) this.tryNow();
    });
  }

  #hear(message: Message): void {
    if (message.kind === "sent") this.#tellSent(message.item, message.result);
    else if (message.kind === "signed") this.#setState({ signedOut: message.out });
    else this.#change(unchanged).then(() => this.#plan());
  }

  #tellSent(item: OutboxItem, result: Result): void {
    const tellings =
      result.of === "comment"
        ? [...this.#sentListeners].map((listener) => () => listener(item, result.comment))
        : [...this.#evidenceListeners].map((listener) => () => listener(item, result.evidence));
    for (const tell of tellings) {
      try {
        tell();
      } catch (error) {
        // It has arrived, whatever the page makes of it: it must not be sent again for that.
        reportError(error);
      }
    }
  }

  #setSignedOut(out: boolean): void {
    if (this.#signedOut === out) return;
    this.#setState({ signedOut: out });
    this.#tabs.tell({ kind: "signed", out });
  }

  /** Sends what may be sent when it may be. While signed out or offline only somebody's doing starts it. */
  #plan(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (!this.#isRunning || this.#isAsked || this.#signedOut || this.#offline) return;
    // What another tab is sending is waited for too: should that tab end, this one takes over.
    if (this.#view.all.some((item) => item.state === "sending")) {
      this.#wake();
      return;
    }
    const next = this.#view.nextTryAt;
    if (next !== null) this.#timer = setTimeout(() => this.#wake(), Math.max(0, next - Date.now()));
  }

  #wake(): void {
    if (this.#isAsked || !this.#isRunning) return;
    this.#isAsked = true;
    exclusively(`glossa.outbox.${this.place.personId}`, () => this.#drain()).finally(() => {
      this.#isAsked = false;
      this.#plan();
    });
  }

  async #drain(): Promise<void> {
    await this.#change(recover);
    while (this.#isRunning) {
      const next = nextToSend(this.#view.all, Date.now());
      if (!next) return;
      await this.#change((queue) => begin(queue, next.id));
      const item = this.#view.all.find(({ id, state }) => id === next.id && state === "sending");
      if (!item) continue;
      const { outcome, result } = await this.deliver(item);
      if (result) {
        this.#tellSent(item, result);
        this.#tabs.tell({ kind: "sent", item, result });
      }
      const [now, random] = [Date.now(), Math.random()];
      const settled = this.#change((queue) => settle(queue, item.id, outcome, now, random), true);
      if (outcome.kind === "sent" || outcome.kind === "refused") this.#setSignedOut(isSignedOut(outcome));
      await settled;
      if (isSignedOut(outcome)) return;
    }
  }
}
