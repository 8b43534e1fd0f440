import { enqueue } from "../enqueue";
import type { OutboxItem, Queue } from "../item";
import { begin, hurry, nextToSend, type Outcome, recover, settle } from "../outbox";
import { isMaking, subjectOf, toggleKey, type Write } from "../write";
import { ModelServer } from "./server-model";

/** How a try ends. `lost`: the server did it, and its answer did not come back. */
export const answers = ["heard", "lost", "unreached", "failed", "limited", "signed-out"] as const;
export type Answer = (typeof answers)[number] | "refused";

export const kinds = [
  ...(["post", "reply", "edit", "delete", "react", "resolve", "answer"] as const),
  ...(["record", "saveEvidence", "deleteEvidence"] as const),
];

export type Step =
  | { do: "write"; kind: (typeof kinds)[number]; pick: number; on: boolean }
  | { do: "begin" }
  | { do: "end"; answer: Answer }
  /** The page ends; what it was sending may have arrived. */
  | { do: "crash"; arrived: boolean };

export interface Told {
  itemId: string;
  threadId: string;
  at: number;
  answer: Answer;
}

const HOUR = 3_600_000;

/** A person who writes, a queue, and a server behind a bad line. */
export class Model {
  queue: Queue = [];
  /** What the server would hold if every write had gone through at once. */
  readonly wanted = new ModelServer();
  readonly server = new ModelServer();
  /** Everything the server did, in order. */
  readonly told: Told[] = [];
  readonly #versions = new Map<string, number>();
  readonly #roots = new Map<string, string>();
  #made = 0;
  #now = 0;

  play(one: Step): void {
    this.#now += 10;
    if (one.do === "write") this.#write(one);
    else if (one.do === "begin") this.#begin();
    else if (one.do === "end") this.#end(one.answer);
    else this.#crash(one.arrived);
  }

  /** From here on the line is good. */
  finish(): void {
    this.#end("heard");
    this.queue = hurry(this.queue);
    this.#now += HOUR;
    for (let tries = 0; tries < 500 && this.#begin(); tries += 1) this.#end("heard");
  }

  #write(step: Extract<Step, { do: "write" }>): void {
    const { kind, pick } = step;
    if (kind === "record" || kind === "saveEvidence" || kind === "deleteEvidence") {
      this.#writeEvidence(step);
      return;
    }
    const { on } = step;
    const live = this.#live((content) => content === null);
    const about = live[pick % Math.max(1, live.length)];
    const fresh = `c${++this.#made}`;
    const body = `words ${this.#made}`;
    if (kind === "post" || about === undefined) {
      this.#roots.set(fresh, fresh);
      this.#do({ kind: "post", comment: { ...blank, id: fresh, readingId: "r", body } });
      return;
    }
    const root = this.#roots.get(about) ?? about;
    switch (kind) {
      case "reply":
        this.#roots.set(fresh, root);
        this.#do({ kind, reply: { id: fresh, parentId: about, body } });
        return;
      case "edit":
        this.#do({ kind, edit: { id: about, version: this.#versions.get(about) ?? 1, signal: null, body } });
        return;
      case "delete":
        this.#do({ kind, id: about });
        return;
      case "answer":
        if (about !== root && live.includes(root))
          this.#do({ kind, threadId: root, replyId: on ? about : null });
        return;
      case "react":
        this.#do({ kind, id: about, reaction: "helpful", on });
        return;
      case "resolve":
        this.#do({ kind, id: about, on });
    }
  }

  #live = (isWanted: (content: object | null) => boolean) =>
    this.wanted.state().comments.flatMap(({ id, content }) => (isWanted(content) ? [id] : []));

  #writeEvidence({ kind, pick, on }: Extract<Step, { do: "write" }>): void {
    const live = this.#live((content) => content !== null);
    const about = live[pick % Math.max(1, live.length)];
    const relation = pick % 2 === 0 ? ("supports" as const) : ("challenges" as const);
    const content = { claim: `claim ${++this.#made}`, relation, positionId: "x", dimensionId: "y", file: on };
    if (kind === "record" || about === undefined) {
      const id = `e${++this.#made}`;
      const place = { readingId: "r", paragraphId: "p", passage: { start: 0, end: 1, quote: "A" } };
      this.#roots.set(id, id);
      this.#do({ kind: "record", evidence: { id, ...place, ...content } });
    } else if (kind === "saveEvidence") {
      this.#do({ kind, save: { id: about, version: this.#versions.get(about) ?? 1, ...content } });
    } else this.#do({ kind: "deleteEvidence", id: about });
  }

  #do(write: Write): void {
    this.wanted.take(write, true);
    const about = toggleKey(write) || !isMaking(write) ? subjectOf(write) : null;
    const threadId = about ? this.#roots.get(about) : this.#roots.get(subjectOf(write));
    const item = { id: `i${++this.#made}`, personId: "p", courseId: "c", scope: "r", at: this.#now, write };
    this.queue = enqueue(this.queue, { ...item, threadId });
  }

  #begin(): boolean {
    const next = this.#sending() ? null : nextToSend(this.queue, this.#now);
    if (next) this.queue = begin(this.queue, next.id);
    return next !== null;
  }

  #sending = (): OutboxItem | undefined => this.queue.find((item) => item.state === "sending");

  #arrive(item: OutboxItem, answer: Answer) {
    this.told.push({ itemId: item.id, threadId: item.threadId, at: item.at, answer });
    return this.server.take(item.write);
  }

  #end(answer: Answer): void {
    const item = this.#sending();
    if (!item) return;
    this.queue = settle(this.queue, item.id, this.#outcome(item, answer), this.#now, 0.5);
  }

  #outcome(item: OutboxItem, answer: Answer): Outcome {
    switch (answer) {
      case "heard": {
        const standing = this.#arrive(item, answer);
        if (standing) this.#versions.set(subjectOf(item.write), standing.version);
        return { kind: "sent", standing };
      }
      case "lost":
        this.#arrive(item, answer);
        return { kind: "unreachable" };
      case "unreached":
        return { kind: "unreachable" };
      case "failed":
        return { kind: "failed" };
      case "limited":
        return { kind: "refused", refusal: { code: "rate-limited", retryAfterSeconds: 60 } };
      case "signed-out":
        return { kind: "refused", refusal: { code: "signed-out" } };
      case "refused":
        return { kind: "refused", refusal: { code: "unexpected" } };
    }
  }

  #crash(arrived: boolean): void {
    const item = this.#sending();
    if (item && arrived) this.#arrive(item, "lost");
    this.queue = recover(this.queue);
  }
}

const blank = { paragraphId: null, passage: null, signal: null, audience: "group" } as const;
