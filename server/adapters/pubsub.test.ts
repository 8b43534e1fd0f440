import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterEach, describe, expect, it } from "vitest";
import { eventually } from "@/server/testing/eventually";
import { db, pool, transaction } from "./db";
import { openRoom, recordEvent, roomId } from "./event-log";
import { announce, listen, type PresenceWake, type Wake } from "./pubsub";
import { packWakes, unpackWakes } from "./wakes";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function heard() {
  const wakes: Wake[] = [];
  stops.push(listen((wake) => wakes.push(wake)));
  await eventually(() => expect(wakes).toEqual([{ kind: "resync" }]));
  wakes.length = 0;
  return wakes;
}

const presence = (at: number): PresenceWake => ({
  kind: "presence",
  courseId: "c",
  assignmentId: "a",
  readingId: "r",
  groupId: null,
  hidden: { key: "k", name: "Quiet Heron", role: "student" },
  named: { key: "m", name: "Ada", role: "student" },
  at,
  typing: null,
  gone: false,
});

describe("packs of wakes", () => {
  it("stay below what one notification takes, and lose nothing", () => {
    const wakes = Array.from({ length: 500 }, (): Wake => ({ kind: "person", userId: uuidv7() }));
    const packs = packWakes(wakes);
    expect(packs.every((pack) => Buffer.byteLength(pack) < 8_000)).toBe(true);
    expect(packs.length).toBeLessThan(8);
    expect(packs.flatMap(unpackWakes)).toEqual(wakes);
    expect(packWakes([])).toEqual([]);
  });
});

describe(
  process.env.REDIS_URL ? "announce and listen over Redis" : "announce and listen over PostgreSQL",
  () => {
    it("wakes every listener once for what happened in the same moment", async () => {
      const [one, two] = [await heard(), await heard()];
      const room = { kind: "room", roomId: uuidv7(), courseId: uuidv7() } as const;
      for (let times = 0; times < 100; times++) announce(room);
      announce(presence(3));
      announce(presence(4));
      await eventually(() => expect([one.length, two.length]).toEqual([2, 2]));
      await sleep(50);
      expect(one).toEqual([room, presence(4)]);
      expect(two).toEqual(one);
    });

    it.skipIf(process.env.REDIS_URL)("says so when the connection stands again after a break", async () => {
      const wakes = await heard();
      await pool().query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'glossa listener' AND datname = current_database()",
      );
      await eventually(() => expect(wakes).toEqual([{ kind: "resync" }]));
      announce({ kind: "person", userId: "after" });
      await eventually(() => expect(wakes).toContainEqual({ kind: "person", userId: "after" }));
    });

    it.skipIf(!process.env.REDIS_URL)("was tried with Redis (skipped: REDIS_URL is not set)", () => {
      expect(process.env.REDIS_URL).toMatch(/^redis/);
    });
  },
);

describe("an event", () => {
  const event = (courseId: string) =>
    ({
      type: "course.revised",
      payload: {},
      courseId,
      actorId: courseId,
      subjectId: courseId,
      at: new Date(),
    }) as const;

  async function course() {
    const id = uuidv7();
    await db().course.create({ data: { id, title: "Orders", timeZone: "UTC" } });
    return id;
  }

  it("is announced once it is committed, and not when it is rolled back", async () => {
    const wakes = await heard();
    const courseId = await course();
    const desk = { courseId, assignmentId: null, groupId: null };
    const broken = transaction(async (tx) => {
      await recordEvent(tx, await openRoom(tx, desk), event(courseId));
      throw new Error("thought better of it");
    });
    await expect(broken).rejects.toThrow("thought better of it");
    await sleep(50);
    expect(wakes).toEqual([]);
    await transaction(async (tx) => {
      await recordEvent(tx, await openRoom(tx, desk), event(courseId));
      await sleep(50);
      expect(wakes).toEqual([]);
    });
    const expected = { kind: "room", roomId: roomId(desk), courseId };
    await eventually(() => expect(wakes).toEqual([expected]));
  });
});
