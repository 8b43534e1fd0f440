import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { shows, type ThreadFilter } from "@/domain/comment/filter";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { seeThreads } from "@/server/commands/comment/see-threads";
import { makeCourse, today } from "@/server/testing/cast";
import {
  type PlainThread,
  plainBeside,
  plainCovering,
  plainDigest,
  plainFilter,
  plainHeads,
  plainNext,
  plainThreads,
} from "@/server/testing/plain-threads";
import { type Random, randomFrom } from "@/server/testing/random";
import { makeTalk, type Talk } from "@/server/testing/talk";
import { commentsOfReading } from "./comment";
import type { CourseAccess } from "./course-access";
import { digestOf } from "./digest";
import { type DiscussionFacts, discussionOfReading } from "./discussion";
import { headsOf, nextUnread, THREADS_BESIDE, threadOf, threadsOfParagraph } from "./thread";
import { keyOf, namingFor } from "./voice";

interface View {
  access: CourseAccess;
  discussion: DiscussionFacts;
  cursor: string;
  key: string;
  threads: PlainThread[];
}

/** What somebody receives of a talk in full, and what is counted over it. */
async function viewOf(talk: Talk, access: CourseAccess): Promise<View> {
  const { membershipId, role } = access.actor;
  const discussion = await discussionOfReading(access, talk.readingId, today);
  const { comments, cursor } = await commentsOfReading(access, discussion, talk.readingId);
  const rows = await db().threadSeen.findMany({ where: { membershipId } });
  const seen = new Map(rows.map((row) => [row.threadId, row.through]));
  const key = keyOf(namingFor(access, discussion), { id: membershipId, role });
  return {
    access,
    discussion,
    cursor,
    key,
    threads: plainThreads(comments, talk.paragraphIds, { key, seen }),
  };
}

/** Everything, and a few of the other filters: over all talks each comes up often. */
function someFilters(talk: Talk, view: View, random: Random): ThreadFilter[] {
  const keys = view.threads.flatMap((thread) => [...thread.authors]);
  const people = [view.key, ...keys, ...talk.everybody.map(({ actor }) => actor.membershipId)];
  return [
    { show: "all", person: null },
    { show: random.pick(shows), person: null },
    { show: random.pick(shows), person: null },
    { show: random.pick(shows), person: random.pick(people) },
    { show: "all", person: random.pick(people) },
  ];
}

async function compareWith(talk: Talk, access: CourseAccess, random: Random) {
  const view = await viewOf(talk, access);
  const { discussion, threads } = view;
  const { readingId, paragraphIds } = talk;
  for (const filter of someFilters(talk, view, random)) {
    const query = { access, discussion, readingId, filter };
    const kept = plainFilter(threads, filter);
    const { cursor, ...digest } = await digestOf(query);
    expect(cursor).toBe(view.cursor);
    expect(digest).toEqual(plainDigest(threads, filter, paragraphIds));
    const positions = [0, 1, 2, 3].filter(() => random.chance(0.8));
    expect(await headsOf(query, positions)).toEqual(plainHeads(kept, positions, THREADS_BESIDE));
    const position = random.below(4);
    const beside = await threadsOfParagraph(query, position, {});
    expect(beside).toEqual({ heads: plainBeside(kept, position), next: null });
    const at = random.below(70);
    const covering = await threadsOfParagraph(query, position, { at });
    expect(covering.heads).toEqual(plainCovering(kept, paragraphIds, position, at));
  }
  const places = [null, ...threads.map((thread) => thread.root.id), uuidv7()];
  for (let tries = 0; tries < 3; tries++) {
    const from = { position: random.below(5), threadId: random.pick(places), back: random.chance(0.5) };
    expect(await nextUnread({ access, discussion, readingId }, from)).toEqual(plainNext(threads, from));
  }
}

const seeds = Array.from({ length: 30 }, (_, at) => at + 1);

describe("what SQL counts is what is counted over the comments themselves", () => {
  it.each(seeds)("in a talk made at random (%i)", async (seed) => {
    const random = randomFrom(seed);
    const talk = await makeTalk(random);
    const readers = [talk.ada, random.pick([talk.instructor, talk.observer, ...talk.everybody])];
    for (const access of readers) {
      await compareWith(talk, access, random);
    }
  });
});

/** `count` plain threads of Ada's beside a paragraph, a minute apart, oldest first. */
async function fillParagraph(count: number) {
  const cast = await makeCourse();
  const first = await postComment(
    cast.ada,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[1] ?? null,
      passage: null,
      signal: null,
      audience: "group",
      body: "The first.",
    },
    today,
  );
  const rows = Array.from({ length: count - 1 }, (_, at) => {
    const id = uuidv7();
    return {
      id,
      threadId: id,
      courseId: cast.courseId,
      roomId: first.roomId,
      readingId: cast.readingId,
      paragraphId: first.paragraphId,
      authorId: cast.ada.actor.membershipId,
      threadAuthorId: cast.ada.actor.membershipId,
      body: `Another, ${at}.`,
      createdAt: new Date(today.getTime() + (at + 1) * 60_000),
    };
  });
  await db().comment.createMany({ data: rows });
  return { cast, ids: [first.id, ...rows.map((row) => row.id)] };
}

describe("a paragraph with more talk than fits beside it", () => {
  it("gives its threads a page at a time, each once", async () => {
    const { cast, ids } = await fillParagraph(120);
    const discussion = await discussionOfReading(cast.liming, cast.readingId, today);
    const filter = { show: "all", person: null } as const;
    const query = { access: cast.liming, discussion, readingId: cast.readingId, filter };
    const listed: string[] = [];
    for (let cursor: number | null = 0; cursor !== null; ) {
      const page: Awaited<ReturnType<typeof threadsOfParagraph>> = await threadsOfParagraph(query, 2, {
        cursor,
      });
      listed.push(...page.heads.map((head) => head.root.id));
      cursor = page.next;
    }
    expect(listed).toEqual(ids);
    const { heads, more } = await headsOf(query, [1, 2]);
    expect(heads.map((head) => head.root.id)).toEqual(ids.slice(0, THREADS_BESIDE));
    expect(more).toEqual({ 2: 120 - THREADS_BESIDE });
  });
});

describe("a thread", () => {
  it("is told whole, with how far it has been seen; by a reply's id as well", async () => {
    const { cast, ids } = await fillParagraph(1);
    const [root = ""] = ids;
    const answer = { id: uuidv7(), parentId: root, body: "And a reply." };
    const later = new Date(today.getTime() + 1_000);
    await replyToComment(cast.liming, answer, later);
    expect(await threadOf(cast.ada, root, later)).toMatchObject({
      comments: [{ id: root }, { id: answer.id, parentId: root }],
      seenThrough: null,
    });
    const seen = { readingId: cast.readingId, threads: "all" as const };
    await seeThreads(cast.ada, seen, later);
    const told = await threadOf(cast.ada, answer.id, later);
    expect(told.comments.map((comment) => comment.id)).toEqual([root, answer.id]);
    expect(told.seenThrough).toBe(later.toISOString());
    expect((await threadOf(cast.liming, root, later)).seenThrough).toBeNull();
    await expect(threadOf(cast.stranger, root, later)).rejects.toMatchObject({
      refusal: { code: "not-found" },
    });
  });
});
