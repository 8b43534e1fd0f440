import { setTimeout as sleep } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventually } from "@/server/testing/eventually";
import { Follower } from "./follower";

interface Item {
  seq: number;
}

/** A log that grows, is slow to read, and at times cannot be read at all. */
function makeLog(limit: number) {
  const items: Item[] = [];
  const taken: number[] = [];
  let failures = 0;
  const follower = new Follower<Item>({
    limit,
    load: async (after) => {
      const found = items.slice(after, after + limit);
      await sleep(1);
      if (failures > 0) {
        failures -= 1;
        throw new Error("no connection");
      }
      return found;
    },
    take: (batch) => taken.push(...batch.map((item) => item.seq)),
    isWanted: () => true,
  });
  const grow = (count: number) => {
    for (let added = 0; added < count; added++) items.push({ seq: items.length + 1 });
    follower.wake();
  };
  return { follower, grow, taken, failNext: () => failures++, length: () => items.length };
}

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

describe("a follower", () => {
  it("takes each event once and in order, however it is woken", async () => {
    const steps = fc.array(fc.record({ grow: fc.nat(7), wait: fc.nat(3) }), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 5 }), async (growth, limit) => {
        const { follower, grow, taken, length } = makeLog(limit);
        follower.begin(0);
        for (const { grow: count, wait } of growth) {
          grow(count);
          if (wait > 0) await sleep(wait);
        }
        await eventually(() => expect(follower.seq).toBe(length()));
        expect(taken).toEqual(from(1, length()));
      }),
      { numRuns: 30 },
    );
  });

  it("does not lose a wake that comes before it knows where to begin", async () => {
    const { follower, grow, taken } = makeLog(10);
    grow(3);
    await sleep(5);
    expect(taken).toEqual([]);
    follower.begin(1);
    await eventually(() => expect(taken).toEqual([2, 3]));
  });

  it("tries again when the log cannot be read", async () => {
    const { follower, grow, taken, failNext } = makeLog(10);
    follower.begin(0);
    failNext();
    grow(2);
    await eventually(() => expect(taken).toEqual([1, 2]));
  });
});
