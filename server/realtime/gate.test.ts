import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { gate } from "./gate";

describe("a gate", () => {
  it("lets so many through at once, also after failures, and gives what the work gave", async () => {
    const through = gate(3);
    let inside = 0;
    let most = 0;
    const work = (at: number) =>
      through(async () => {
        inside += 1;
        most = Math.max(most, inside);
        await sleep(1);
        inside -= 1;
        if (at % 4 === 0) throw new Error("broken");
        return at;
      });
    const done = await Promise.allSettled(Array.from({ length: 20 }, (_, at) => work(at)));
    expect(most).toBe(3);
    expect(done.filter(({ status }) => status === "rejected")).toHaveLength(5);
    expect(await work(7)).toBe(7);
  });
});
