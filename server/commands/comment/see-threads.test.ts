import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { Audience } from "@/domain/comment/comment";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { digestOf } from "@/server/queries/digest";
import { discussionOfReading } from "@/server/queries/discussion";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { postComment } from "./post-comment";
import { replyToComment } from "./reply-to-comment";
import { seeThreads } from "./see-threads";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const at = (seconds: number) => new Date(today.getTime() + seconds * 1_000);
const post = (access: CourseAccess, seconds: number, audience: Audience = "group") =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience,
      body: "Words.",
    },
    at(seconds),
  );
const reply = (access: CourseAccess, parentId: string, seconds: number) =>
  replyToComment(access, { id: uuidv7(), parentId, body: "More." }, at(seconds));
const see = (access: CourseAccess, threads: Record<string, Date>) =>
  seeThreads(
    access,
    {
      readingId: cast.readingId,
      threads: Object.entries(threads).map(([id, through]) => ({ id, through: through.toISOString() })),
    },
    at(100),
  );
const seeAll = (access: CourseAccess) =>
  seeThreads(access, { readingId: cast.readingId, threads: "all" }, at(100));
const unreadOf = async (access: CourseAccess) => {
  const discussion = await discussionOfReading(access, cast.readingId, at(100));
  const filter = { show: "all" as const, person: null };
  const { tallies } = await digestOf({ access, discussion, readingId: cast.readingId, filter });
  return tallies.reduce((sum, [, , , unread]) => sum + unread, 0);
};
const seenBy = async (access: CourseAccess) => {
  const rows = await db().threadSeen.findMany({ where: { membershipId: access.actor.membershipId } });
  return Object.fromEntries(rows.map((row) => [row.threadId, row.through]));
};

describe("what has been seen", () => {
  it("is read, up to the comment that was on the screen", async () => {
    const root = await post(cast.ada, 1);
    await reply(cast.instructor, root.id, 2);
    await reply(cast.ada, root.id, 3);
    expect(await unreadOf(cast.liming)).toBe(3);
    expect(await unreadOf(cast.ada)).toBe(1);
    await see(cast.liming, { [root.id]: at(2) });
    expect(await unreadOf(cast.liming)).toBe(1);
    await see(cast.liming, { [root.id]: at(3) });
    expect(await unreadOf(cast.liming)).toBe(0);
    await reply(cast.ada, root.id, 4);
    expect(await unreadOf(cast.liming)).toBe(1);
    expect(await unreadOf(cast.ada)).toBe(1);
  });

  it("never goes back", async () => {
    const root = await post(cast.ada, 1);
    await reply(cast.ada, root.id, 5);
    await see(cast.liming, { [root.id]: at(5) });
    await see(cast.liming, { [root.id]: at(1) });
    expect(await seenBy(cast.liming)).toEqual({ [root.id]: at(5) });
    await Promise.all([5, 1, 3, 5].map((seconds) => see(cast.liming, { [root.id]: at(seconds) })));
    expect(await seenBy(cast.liming)).toEqual({ [root.id]: at(5) });
  });

  it("is no more than there was to see: what comes later stays unread", async () => {
    const root = await post(cast.ada, 1);
    await see(cast.liming, { [root.id]: at(90) });
    expect(await seenBy(cast.liming)).toEqual({ [root.id]: at(1) });
    await reply(cast.ada, root.id, 50);
    expect(await unreadOf(cast.liming)).toBe(1);
  });

  it("is nothing before the first word", async () => {
    const root = await post(cast.ada, 10);
    await see(cast.liming, { [root.id]: at(9) });
    expect(await seenBy(cast.liming)).toEqual({});
  });

  it("passes over what may not be seen, and is taken together with the rest", async () => {
    const secret = await post(cast.ada, 1, "private");
    const toStaff = await post(cast.ada, 1, "instructors");
    const other = await post(cast.stranger, 1);
    const open = await post(cast.ada, 1);
    const ids = [secret.id, toStaff.id, other.id, uuidv7(), open.id];
    await see(cast.liming, Object.fromEntries(ids.map((id) => [id, at(90)])));
    expect(Object.keys(await seenBy(cast.liming))).toEqual([open.id]);
    await seeAll(cast.liming);
    expect(Object.keys(await seenBy(cast.liming))).toEqual([open.id]);
  });

  it("is not of another reading", async () => {
    const elsewhere = await makeCourse();
    const root = await post(cast.ada, 1);
    const threads = [{ id: root.id, through: at(9).toISOString() }];
    const there = { readingId: elsewhere.readingId, threads };
    await expect(seeThreads(cast.liming, there, at(9))).rejects.toMatchObject({
      refusal: { code: "not-found" },
    });
    await seeThreads(elsewhere.ada, there, at(9));
    expect(await seenBy(elsewhere.ada)).toEqual({});
  });

  it("is each person's own, and everything with “all”", async () => {
    const one = await post(cast.ada, 1);
    const two = await post(cast.instructor, 2);
    await reply(cast.ada, one.id, 7);
    await seeAll(cast.observer);
    expect(await seenBy(cast.observer)).toEqual({ [one.id]: at(7), [two.id]: at(2) });
    expect(await unreadOf(cast.observer)).toBe(0);
    expect(await unreadOf(cast.liming)).toBe(3);
    expect(await db().event.count({ where: { actorId: cast.observer.actor.membershipId } })).toBe(0);
  });

  it("may be told from several devices at once, in whatever order", async () => {
    const roots = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((seconds) => post(cast.ada, seconds)));
    const ids = roots.map((root) => root.id);
    const turned = ids.map((_, by) => [...ids.slice(by), ...ids.slice(0, by)]);
    const orders = turned.flatMap((order) => [order, order.toReversed(), order.slice(3), order.slice(5)]);
    await Promise.all([
      ...orders.map((order) => see(cast.liming, Object.fromEntries(order.map((id) => [id, at(90)])))),
      seeAll(cast.liming),
    ]);
    expect(Object.keys(await seenBy(cast.liming)).sort()).toEqual(ids.sort());
  });

  it("may name a thread twice", async () => {
    const root = await post(cast.ada, 1);
    await reply(cast.ada, root.id, 4);
    const twice = [at(1), at(4)].map((through) => ({ id: root.id, through: through.toISOString() }));
    await seeThreads(cast.liming, { readingId: cast.readingId, threads: twice }, at(9));
    expect(await seenBy(cast.liming)).toEqual({ [root.id]: at(4) });
  });
});
