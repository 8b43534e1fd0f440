import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { reportPresence } from "@/server/commands/presence/report-presence";
import { setPresence } from "@/server/commands/presence/set-presence";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import type { Reader } from "@/server/testing/reader";
import { type Streams, serveStreams } from "@/server/testing/streams";
import type { Sighting } from "./lines";

let now = today;
let streams: Streams;
let cast: Cast;

beforeAll(async () => {
  streams = await serveStreams(() => now);
});
beforeEach(async () => {
  now = today;
  cast = await makeCourse();
});
afterEach(() => streams.disconnectAll());
afterAll(() => streams.stop());

const report = (person: CourseAccess, at: number | null = 2, gone = false) =>
  reportPresence(person, { readingId: cast.readingId, at, typing: null, gone }, now);

const sightings = (reader: Reader) => reader.eventsOf("presence").map((data) => JSON.parse(data) as Sighting);
const told = (reader: Reader) => sightings(reader).map(({ name, at, gone }) => [name, gone ? "gone" : at]);
const shows = (reader: Reader, expected: unknown[]) =>
  eventually(() => expect(told(reader)).toEqual(expected));

describe("who is reading", () => {
  it("shows to the group and to staff, not to other groups, observers or oneself", async () => {
    const { ada, liming, stranger, assistant, observer } = cast;
    const [own, group, staff] = [
      await streams.open(cast, ada),
      await streams.open(cast, liming),
      await streams.open(cast, assistant),
    ];
    const [other, guest] = [await streams.open(cast, stranger), await streams.open(cast, observer)];
    await report(ada, 3);
    await shows(group, [["Ada", 3]]);
    await shows(staff, [["Ada", 3]]);
    await report(assistant, 1);
    await shows(other, [["Tomasz", 1]]);
    await shows(own, [["Tomasz", 1]]);
    expect(told(guest)).toEqual([]);
  });

  it("tells the thread of a reply only to those who read it", async () => {
    const { ada, stranger, assistant } = cast;
    const [group, other] = [await streams.open(cast, ada), await streams.open(cast, stranger)];
    const { readingId } = cast;
    const place = { readingId, paragraphId: null, passage: null, groupId: null };
    const words = { signal: null, audience: "group", body: "Whose consent?" } as const;
    const { id } = await postComment(ada, { id: uuidv7(), ...place, ...words }, now);
    await reportPresence(assistant, { readingId, at: 2, typing: id }, now);
    const threads = (reader: Reader) => sightings(reader).map(({ typing }) => typing);
    await eventually(() => expect(threads(group)).toEqual([id]));
    await eventually(() => expect(threads(other)).toEqual([null]));
  });

  it("shows to whoever comes later, and ends when the last stream closes", async () => {
    const [first, second] = [await streams.open(cast, cast.ada), await streams.open(cast, cast.ada)];
    await report(cast.ada, 3);
    const staff = await streams.open(cast, cast.assistant);
    await eventually(() => expect(told(staff)[0]).toEqual(["Ada", 3]));
    first.disconnect();
    await sleep(100);
    expect(told(staff).every(([, at]) => at === 3)).toBe(true);
    second.disconnect();
    await eventually(() => expect(told(staff).at(-1)).toEqual(["Ada", "gone"]));
  });

  it("ends when nothing is reported any more", async () => {
    const staff = await streams.open(cast, cast.assistant);
    await report(cast.ada, 3);
    await shows(staff, [["Ada", 3]]);
    now = new Date(today.getTime() + 36_000);
    await shows(staff, [
      ["Ada", 3],
      ["Ada", "gone"],
    ]);
  });

  it("shows by alias to classmates where names are hidden", async () => {
    await db().assignment.update({ where: { id: cast.assignmentId }, data: { names: "pseudonyms" } });
    const [group, staff] = [await streams.open(cast, cast.liming), await streams.open(cast, cast.assistant)];
    await report(cast.ada, 3);
    await shows(staff, [["Ada", 3]]);
    await eventually(() => expect(sightings(group)).toHaveLength(1));
    const alias = await db().alias.findFirstOrThrow({ where: { membershipId: cast.ada.actor.membershipId } });
    expect(sightings(group)[0]).toMatchObject({ key: alias.id, name: alias.name });
    expect(JSON.stringify(sightings(group))).not.toContain(cast.ada.actor.membershipId);
  });

  it("does not show to those who may not read the others' words yet", async () => {
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "closedUntilDue", dueAt: inDays(1) },
    });
    const [group, staff] = [await streams.open(cast, cast.liming), await streams.open(cast, cast.assistant)];
    await report(cast.ada, 3);
    await shows(staff, [["Ada", 3]]);
    expect(told(group)).toEqual([]);
  });

  it("ends at once when somebody, or the course, does not want it", async () => {
    const staff = await streams.open(cast, cast.assistant);
    await report(cast.ada, 3);
    await report(cast.liming, 4);
    await eventually(() => expect(told(staff)).toHaveLength(2));
    await setPresence(cast.ada, { of: "self", on: false }, now);
    await eventually(() => expect(told(staff).at(-1)).toEqual(["Ada", "gone"]));
    await setPresence(cast.instructor, { of: "course", on: false }, now);
    await eventually(() => expect(told(staff).at(-1)).toEqual(["Li Ming", "gone"]));
    await report(cast.liming, 5);
    await sleep(100);
    expect(told(staff)).toHaveLength(4);
  });
});
