import { setTimeout as sleep } from "node:timers/promises";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standing } from "@/domain/comment/conversation";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { reactToComment } from "@/server/commands/comment/react-to-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { commentsOfReading, cursorOf } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { HubChild } from "@/server/testing/hub-child";
import { prepareQuickWriting, QuickWriter } from "@/server/testing/quick-writer";
import { type Random, randomFrom } from "@/server/testing/random";
import { cookieOf, Reader } from "@/server/testing/reader";

const READERS = 200;
const EVENTS = 10_000;
/** Rounds of real commands, of five events each. */
const ROUNDS = 60;
const COMMENTS = 150;
const WRITERS = 8;

const hubs = [new HubChild(), new HubChild()];
let cast: Cast;

beforeAll(async () => {
  cast = await makeCourse();
  await Promise.all(hubs.map((hub) => hub.start()));
});
afterAll(() => Promise.all(hubs.map((hub) => hub.kill())));

const inDatabase = async (person: CourseAccess) => {
  const discussion = await discussionOfReading(person, cast.readingId, today);
  return commentsOfReading(person, discussion, cast.readingId);
};

interface Progress {
  events(): number;
  isOver(): boolean;
}

type Seen = Awaited<ReturnType<typeof inDatabase>>;

/** One look at the database at a time; whoever asks while one is under way shares the next. */
function inTurn(look: () => Promise<Seen>): () => Promise<Seen> {
  let current: Promise<Seen> | null = null;
  let next: Promise<Seen> | null = null;
  const begin = () => {
    next = null;
    const begun = look().finally(() => {
      if (current === begun) current = null;
    });
    current = begun;
    return begun;
  };
  return () => {
    if (!current) return begin();
    next ??= current.then(begin, begin);
    return next;
  };
}

/**
 * A reader whose line breaks at random, who comes back to either process, and who at times stops reading. How long is
 * counted in events, so that a slow machine has no more to do than a fast one.
 */
async function live(reader: Reader, random: Random, progress: Progress): Promise<void> {
  const pass = async (events: number, until: () => boolean) => {
    const end = progress.events() + events;
    while (progress.events() < end && !until() && !progress.isOver()) await sleep(20);
  };
  while (!progress.isOver()) {
    const { port } = random.pick(hubs);
    await reader.settled();
    await reader.connect(port).catch(() => sleep(50));
    const stalls = random.chance(0.1);
    if (stalls) reader.stall();
    await pass(300 + random.below(2_700), () => !reader.isOpen);
    if (stalls && random.chance(0.5)) {
      reader.resume();
      await pass(200, () => !reader.isOpen);
    }
    reader.disconnect();
    await pass(random.below(random.chance(0.05) ? 3_000 : 150), () => false);
  }
  reader.disconnect();
}

/** One thread by the commands themselves: posted, answered, edited, praised, deleted. */
async function talk({ ada, liming, readingId, paragraphIds }: Cast): Promise<void> {
  const id = uuidv7();
  const post = {
    readingId,
    paragraphId: paragraphIds[0] ?? null,
    passage: null,
    signal: "question",
  } as const;
  await postComment(ada, { id, ...post, audience: "group", body: "Who agreed?" }, today);
  const reply = uuidv7();
  await replyToComment(liming, { id: reply, parentId: id, body: "Nobody did." }, today);
  await reactToComment(liming, { id, reaction: "same", on: true }, today);
  await editComment(ada, { id, version: 1, signal: "question", body: "Who agreed to it?" }, today);
  await deleteComment(liming, reply, today);
}

describe("two processes and 200 readers", () => {
  it("lose nothing and tell nothing twice, whatever breaks", { timeout: 600_000 }, async () => {
    const random = randomFrom(20261122);
    const { courseId, readingId } = cast;
    const { rooms, students } = await prepareQuickWriting(cast);
    const people = [...students, cast.assistant, cast.observer];
    const looks = people.map((person) => inTurn(() => inDatabase(person)));
    const readers = await Promise.all(
      Array.from({ length: READERS }, async (_, at) => {
        // Five staff, five who look on, and students.
        const who = at < 10 ? students.length + (at % 2) : at % students.length;
        const person = people[who] ?? cast.ada;
        const fetch = looks[who];
        const cookie = await cookieOf({ userId: person.userId, sessionVersion: 1 });
        return { person, reader: new Reader({ courseId, readingId, cookie, fetch }) };
      }),
    );

    let over = false;
    const writer = new QuickWriter(cast, rooms, random, COMMENTS);
    const progress = { events: () => writer.events, isOver: () => over };
    const lives = readers.map(({ reader }) => live(reader, random, progress));
    const writing = async () => {
      while (writer.events < EVENTS - 5 * ROUNDS) await writer.write();
    };
    const talking = async () => {
      for (let round = 0; round < ROUNDS; round++) await talk(cast);
    };
    const killing = async () => {
      for (const [at, hub] of hubs.entries()) {
        while (writer.events < (EVENTS * (at + 1)) / 3) await sleep(20);
        await hub.kill();
        await hub.start();
      }
    };
    const began = Date.now();
    const begun = () => readers.every(({ reader }) => reader.status === 200);
    await expect.poll(begun, { timeout: 120_000 }).toBe(true);
    await Promise.all([...Array.from({ length: WRITERS }, writing), talking(), killing()]);
    const wrote = Date.now();
    over = true;
    await Promise.all(lives);

    // Once more, undisturbed: everybody arrives at the last event.
    for (const [at, { reader }] of readers.entries()) await reader.connect(hubs[at % 2]?.port ?? 0);
    for (const person of people) {
      const discussion = await discussionOfReading(person, readingId, today);
      const last = await cursorOf(person, discussion);
      const { comments } = await inDatabase(person);
      const theirs = readers.filter((one) => one.person === person).map((one) => one.reader);
      for (const reader of theirs) {
        await expect.poll(() => sorted(reader.cursor()), { timeout: 120_000 }).toBe(sorted(last));
        await reader.settled();
        expect(standing(reader.conversation.comments.values())).toEqual(standing(comments));
        expect(reader.twice).toEqual([]);
      }
    }
    const told = readers.reduce((sum, { reader }) => sum + reader.frames.length, 0);
    const resets = readers.reduce((sum, { reader }) => sum + reader.resets, 0);
    console.log(
      `${told} events told to ${READERS} readers, ${resets} resets; written in ${wrote - began} ms, all arrived after ${Date.now() - began} ms`,
    );
    for (const { reader } of readers) reader.disconnect();
  });
});

const sorted = (cursor: string) => cursor.split(",").sort().join();
