import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { enqueue } from "./enqueue";
import type { Queue } from "./item";
import { backOff, begin, drop, hurry, nextToSend, nextTryAt, recover, settle } from "./outbox";
import { type Answer, answers, kinds, Model, type Step } from "./testing/queue-model";
import { subjectOf, type Write, wordsOf } from "./write";

const step = (withRefusals: boolean): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant("write" as const),
        kind: fc.constantFrom(...kinds),
        pick: fc.nat(20),
        on: fc.boolean(),
      }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("begin" as const) }) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("end" as const),
        answer: fc.constantFrom<Answer>(...answers, ...(withRefusals ? (["refused"] as const) : [])),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("crash" as const), arrived: fc.boolean() }) },
  );

const steps = fc.array(step(false), { maxLength: 40 });
const stepsWithRefusals = fc.array(step(true), { maxLength: 40 });

/** Runs the steps, then lets everything through. */
function played(given: Step[]): Model {
  const model = new Model();
  for (const one of given) model.play(one);
  model.finish();
  return model;
}

describe("whatever happens on the way", () => {
  test("the server ends with what was written last, and the queue is empty", () => {
    fc.assert(
      fc.property(steps, (given) => {
        const model = played(given);
        expect(model.queue).toEqual([]);
        expect(model.server.state()).toEqual(model.wanted.state());
      }),
      { numRuns: 1000 },
    );
  });

  test("of what was refused the words stay", () => {
    fc.assert(
      fc.property(stepsWithRefusals, (given) => {
        const { queue, wanted, server } = played(given);
        for (const { id, body } of wanted.state().comments) {
          const kept = queue.some(({ write }) => subjectOf(write) === id && wordsOf(write)?.body === body);
          expect(kept || server.state().comments.some((one) => one.id === id && one.body === body)).toBe(
            true,
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("nothing is sent again after it was acknowledged", () => {
    fc.assert(
      fc.property(steps, (given) => {
        const { told } = played(given);
        const acknowledged = new Set<string>();
        for (const { itemId, answer } of told) {
          expect(acknowledged.has(itemId)).toBe(false);
          if (answer === "heard") acknowledged.add(itemId);
        }
      }),
    );
  });

  test("what is of one thread arrives in the order of its writing", () => {
    fc.assert(
      fc.property(steps, (given) => {
        const last = new Map<string, number>();
        for (const { threadId, at } of played(given).told) {
          expect(at).toBeGreaterThanOrEqual(last.get(threadId) ?? 0);
          last.set(threadId, at);
        }
      }),
    );
  });

  test("at most one write of a thread is on its way", () => {
    fc.assert(
      fc.property(steps, (given) => {
        const model = new Model();
        for (const one of given) {
          model.play(one);
          const sending = model.queue.filter((item) => item.state === "sending").map((item) => item.threadId);
          expect(new Set(sending).size).toBe(sending.length);
        }
      }),
    );
  });
});

const thread = "0190a0a0-0000-7000-8000-000000000001";
const other = "0190a0a0-0000-7000-8000-000000000002";
const answered = "0190a0a0-0000-7000-8000-000000000003";

let count = 0;
const queued = (queue: Queue, write: Write): Queue =>
  enqueue(queue, { id: `item-${++count}`, personId: "p", courseId: "c", scope: "r", at: 1, write });
const all = (...writes: Write[]): Queue => writes.reduce(queued, []);

const post = (id: string, body: string): Write => ({
  kind: "post",
  comment: {
    id,
    readingId: thread,
    paragraphId: null,
    passage: null,
    signal: null,
    audience: "group",
    body,
  },
});
const reply = (id: string, parentId: string, body: string): Write => ({
  kind: "reply",
  reply: { id, parentId, body },
});
const edit = (id: string, body: string, version = 1): Write => ({
  kind: "edit",
  edit: { id, version, signal: null, body },
});
const first = (queue: Queue) => queue[0]?.id ?? "";
const writes = (queue: Queue) => queue.map((item) => item.write);
const refusedFirst = (queue: Queue, code: "closed" | "signed-out" = "closed") =>
  settle(
    begin(queue, first(queue)),
    first(queue),
    {
      kind: "refused",
      refusal: code === "closed" ? { code, closesAt: "2026-01-01T00:00:00Z" } : { code },
    },
    0,
    0,
  );

describe("what becomes one", () => {
  test("an edit of what waits changes it", () => {
    expect(writes(all(post(thread, "one"), edit(thread, "two")))).toEqual([post(thread, "two")]);
  });

  test("an edit of what may have arrived follows it", () => {
    const sent = begin(all(post(thread, "one")), first(all())).map((item) => ({ ...item, attempt: 1 }));
    expect(writes(queued(sent, edit(thread, "two")))).toEqual([post(thread, "one"), edit(thread, "two")]);
  });

  test("a deletion of what never left takes it away with all about it", () => {
    const queue = all(
      post(thread, "one"),
      { kind: "pin", id: thread, on: true },
      { kind: "delete", id: thread },
    );
    expect(queue).toEqual([]);
  });

  test("a deletion leaves the words that hang on what is deleted", () => {
    const queue = all(post(thread, "one"), reply(answered, thread, "two"), { kind: "delete", id: thread });
    expect(writes(queue).map(({ kind }) => kind)).toEqual(["post", "reply", "delete"]);
  });

  test("of toggles the last stays", () => {
    const helpful = { kind: "react", id: other, reaction: "helpful" } as const;
    const queue = all({ ...helpful, on: true }, { ...helpful, on: false }, { ...helpful, on: true });
    expect(writes(queue)).toEqual([{ ...helpful, on: true }]);
  });

  test("the same sent twice is queued once", () => {
    expect(all(post(thread, "one"), post(thread, "one"))).toHaveLength(1);
  });
});

describe("what is refused", () => {
  test("stays with its words until it is taken back", () => {
    const queue = refusedFirst(all(post(thread, "one")));
    expect(queue).toMatchObject([
      { state: "refused", refusal: { code: "closed" }, write: post(thread, "one") },
    ]);
    expect(nextTryAt(queue)).toBeNull();
    expect(drop(queue, first(queue))).toEqual([]);
  });

  test("gives back the newest words", () => {
    const queue = all(post(thread, "one"));
    const sending = queued(begin(queue, first(queue)), edit(thread, "two"));
    const refusal = { code: "unexpected" } as const;
    expect(writes(settle(sending, first(queue), { kind: "refused", refusal }, 0, 0))).toEqual([
      post(thread, "two"),
    ]);
  });

  test("holds back what hangs on it and nothing else of the thread", () => {
    const queue = all(
      reply(answered, thread, "one"),
      { kind: "answer", threadId: thread, replyId: answered },
      reply(other, thread, "two"),
    );
    expect(nextToSend(refusedFirst(queue), 0)?.write).toEqual(reply(other, thread, "two"));
  });

  test("goes again when it is written anew", () => {
    const queue = queued(refusedFirst(all(post(thread, "one"))), post(thread, "two"));
    expect(queue).toMatchObject([{ state: "waiting", refusal: null, write: post(thread, "two") }]);
  });

  test("goes again with its new words also when it had arrived with the old ones", () => {
    const sent = begin(all(post(thread, "one")), `item-${count}`);
    const refused = settle(
      begin(recover(sent), `item-${count}`),
      `item-${count}`,
      { kind: "refused", refusal: { code: "unexpected" } },
      0,
      0,
    );
    const anew = queued(refused, edit(thread, "two"));
    const id = first(anew);
    const standing = { version: 1, body: "one", signal: null };
    expect(settle(begin(anew, id), id, { kind: "sent", standing }, 0, 0)).toMatchObject([
      { state: "waiting", write: edit(thread, "two", 1) },
    ]);
    const elsewhere = { version: 2, body: "three", signal: null };
    expect(settle(begin(anew, id), id, { kind: "sent", standing: elsewhere }, 0, 0)).toEqual([]);
  });

  test("signed out is not refused", () => {
    const queue = all(post(thread, "one"));
    expect(refusedFirst(queue, "signed-out")).toEqual(queue);
  });
});

describe("when it is tried again", () => {
  test("the waiting grows to half a minute, a quarter more or less", () => {
    const middle = [1, 2, 3, 4, 5, 6, 7, 99].map((attempt) => backOff(attempt, 0.5));
    expect(middle).toEqual([1000, 2000, 4000, 8000, 15_000, 30_000, 30_000, 30_000]);
    expect(backOff(1, 0)).toBe(750);
  });

  test("what was told to wait waits, also when hurried", () => {
    const queue = all(post(thread, "one"), post(other, "two"));
    const refusal = { code: "rate-limited", retryAfterSeconds: 60 } as const;
    const told = settle(begin(queue, first(queue)), first(queue), { kind: "refused", refusal }, 5, 0);
    expect(nextTryAt(hurry(told))).toBe(60_005);
  });

  test("one the server fails at holds up its thread only", () => {
    const queue = all(post(thread, "one"), reply(answered, thread, "two"), post(other, "three"));
    const failed = settle(begin(queue, first(queue)), first(queue), { kind: "failed" }, 0, 0);
    expect(nextToSend(failed, 0)?.write).toEqual(post(other, "three"));
  });

  test("a page that ended while sending leaves it waiting", () => {
    const queue = all(post(thread, "one"));
    expect(nextToSend(recover(begin(queue, first(queue))), 0)?.write).toEqual(post(thread, "one"));
  });
});

test("an edit made on one's own unsent edit is not stale", () => {
  const queue = all(edit(thread, "two", 1));
  const both = queued(begin(queue, first(queue)), edit(thread, "three", 1));
  const standing = { version: 2, body: "two", signal: null };
  expect(writes(settle(both, first(queue), { kind: "sent", standing }, 0, 0))).toEqual([
    edit(thread, "three", 2),
  ]);
});

const piece = (claim: string, file = false) => ({
  claim,
  relation: "supports" as const,
  positionId: other,
  dimensionId: answered,
  file,
});
const record = (claim = ""): Write => ({
  kind: "record",
  evidence: {
    id: thread,
    readingId: other,
    paragraphId: answered,
    passage: { start: 0, end: 2, quote: "On" },
    ...piece(claim),
  },
});
const save = (claim: string, version = 1): Write => ({
  kind: "saveEvidence",
  save: { id: thread, version, ...piece(claim, true) },
});

describe("evidence", () => {
  test("filed before it left is sent once, filed", () => {
    expect(writes(all(record(), save("It binds.")))).toMatchObject([
      { kind: "record", evidence: { claim: "It binds.", file: true } },
    ]);
  });

  test("filed while it is on its way follows it, and not before it has arrived", () => {
    const sending = begin(all(record()), `item-${count}`);
    const both = queued(sending, save("It binds."));
    expect(writes(both)).toEqual([record(), save("It binds.")]);
    expect(nextToSend(both, 0)).toBeNull();
  });

  test("made on one's own unsent save is not stale", () => {
    const queue = all(save("one"));
    const both = queued(begin(queue, first(queue)), save("two"));
    const { file: filed, ...content } = piece("one", true);
    const standing = { version: 2, ...content, filed };
    expect(writes(settle(both, first(queue), { kind: "sent", standing }, 0, 0))).toEqual([save("two", 2)]);
    const elsewhere = { ...standing, dimensionId: null };
    expect(writes(settle(both, first(queue), { kind: "sent", standing: elsewhere }, 0, 0))).toEqual([
      save("two", 1),
    ]);
  });

  test("refused gives back its newest claim", () => {
    const queue = all(record("one"));
    const sending = queued(begin(queue, first(queue)), save("two"));
    const refusal = { code: "unexpected" } as const;
    expect(settle(sending, first(queue), { kind: "refused", refusal }, 0, 0)).toMatchObject([
      { state: "refused", write: { kind: "record", evidence: { claim: "two", file: true } } },
    ]);
  });

  test("undone before it left was never there", () => {
    expect(all(record(), save("one"), { kind: "deleteEvidence", id: thread })).toEqual([]);
  });
});
