import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { standing } from "@/domain/comment/conversation";
import type { EventBody } from "@/domain/event";
import { db } from "@/server/adapters/db";
import { deleteComment } from "@/server/commands/comment/delete-comment";
import { editComment } from "@/server/commands/comment/edit-comment";
import { markAnswer } from "@/server/commands/comment/mark-answer";
import { pinThread } from "@/server/commands/comment/pin-thread";
import { postComment } from "@/server/commands/comment/post-comment";
import { reactToComment } from "@/server/commands/comment/react-to-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { resolveThread } from "@/server/commands/comment/resolve-thread";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import type { Reader } from "@/server/testing/reader";
import { inDatabase, type Streams, serveStreams } from "@/server/testing/streams";

type CommentEvent = Extract<EventBody, { type: `comment.${string}` }>["type"];

interface Thread {
  id: string;
  reply: string;
}

/** What brings each event about: in a question of Ada's with an answer of Li Ming's. */
const acts: Record<CommentEvent, (cast: Cast, thread: Thread) => Promise<unknown>> = {
  "comment.posted": ({ ada }, { id }) =>
    replyToComment(ada, { id: uuidv7(), parentId: id, body: "@Li Ming, and [[1 ¶2]]?" }, today),
  "comment.edited": ({ ada }, { id }) =>
    editComment(ada, { id, version: 1, signal: "insight", body: "Not whose: which." }, today),
  "comment.deleted": ({ ada }, { id }) => deleteComment(ada, id, today),
  "comment.reacted": ({ liming }, { id }) =>
    reactToComment(liming, { id, reaction: "same", on: true }, today),
  "comment.resolved": ({ ada }, { id }) => resolveThread(ada, { id, on: true }, today),
  "comment.pinned": ({ instructor }, { id }) => pinThread(instructor, { id, on: true }, today),
  "comment.answered": ({ ada }, { id, reply }) => markAnswer(ada, { threadId: id, replyId: reply }, today),
};

let streams: Streams;
let cast: Cast;
let thread: Thread;

beforeAll(async () => {
  streams = await serveStreams(() => today);
});
beforeEach(async () => {
  cast = await makeCourse();
});
afterEach(() => streams.disconnectAll());
afterAll(() => streams.stop());

async function begin(): Promise<void> {
  const { ada, liming, readingId, paragraphIds } = cast;
  const [paragraphId = null] = paragraphIds;
  thread = { id: uuidv7(), reply: uuidv7() };
  const place = { readingId, paragraphId, passage: null, signal: "question", audience: "group" } as const;
  await postComment(ada, { id: thread.id, ...place, body: "Whose consent?" }, today);
  await replyToComment(liming, { id: thread.reply, parentId: thread.id, body: "The islanders'." }, today);
}

async function heldBy(person: CourseAccess): Promise<Reader> {
  const reader = await streams.open(cast, person);
  reader.disconnect();
  await reader.refresh();
  await reader.connect(streams.port);
  return reader;
}

async function agrees(reader: Reader, person: CourseAccess): Promise<void> {
  const { comments } = await inDatabase(cast, person, today);
  expect(standing(reader.conversation.comments.values())).toEqual(comments);
}

describe.each(["named", "pseudonyms"] as const)("in a discussion with people %s", (names) => {
  it.each(Object.entries(acts))(
    "what was held and the frames of %s make what is there",
    async (type, act) => {
      await db().assignment.update({ where: { id: cast.assignmentId }, data: { names } });
      await begin();
      const people = [cast.ada, cast.liming, cast.assistant, cast.observer];
      const readers = await Promise.all(people.map(heldBy));
      const told = readers.map((reader) => reader.frames.length);
      await act(cast, thread);
      for (const [at, reader] of readers.entries()) {
        const news = () => reader.frames.slice(told[at]).map((frame) => frame.type);
        // A frame of the line that was closed may still come in.
        await eventually(async () => {
          expect(news()).toContain(type);
          await agrees(reader, people[at] ?? cast.ada);
        });
        expect(reader.twice).toEqual([]);
      }
    },
  );
});

describe("while others go on writing", () => {
  it("a reader who comes back again and again misses nothing", async () => {
    await begin();
    const { ada, liming } = cast;
    let writing = true;
    const write = async (person: CourseAccess) => {
      for (let round = 0; round < 20; round++) {
        const id = uuidv7();
        await replyToComment(person, { id, parentId: thread.id, body: `round ${round}` }, today);
        if (round % 3 === 0) await deleteComment(person, id, today);
      }
    };
    const reader = await streams.open(cast, liming);
    const comeBack = async () => {
      while (writing) {
        const seen = reader.frames.length;
        await eventually(() => expect(reader.frames.length > seen || !writing).toBe(true));
        reader.disconnect();
        await reader.connect(streams.port);
      }
    };
    const coming = comeBack();
    await Promise.all([write(ada), write(liming), write(ada)]);
    writing = false;
    await coming;
    await eventually(() => agrees(reader, liming));
    expect(reader.twice).toEqual([]);
    expect(reader.resets).toBe(0);
  });

  it("words that are gone are not told to those who come late", async () => {
    await begin();
    const late = await streams.open(cast, cast.liming);
    late.disconnect();
    const watching = await streams.open(cast, cast.ada);
    const id = uuidv7();
    await replyToComment(cast.ada, { id, parentId: thread.id, body: "said in anger" }, today);
    await eventually(() => expect(JSON.stringify(watching.frames)).toContain("said in anger"));
    await deleteComment(cast.ada, id, today);
    await eventually(() => expect(watching.frames.at(-1)?.type).toBe("comment.deleted"));
    await late.connect(streams.port);
    await eventually(() => expect(late.frames.at(-1)?.type).toBe("comment.deleted"));
    expect(JSON.stringify(late.frames)).not.toContain("said in anger");
  });
});
