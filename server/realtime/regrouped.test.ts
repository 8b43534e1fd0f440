import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { postComment } from "@/server/commands/comment/post-comment";
import { moveStudent } from "@/server/commands/group/move-student";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { eventually } from "@/server/testing/eventually";
import { type Streams, serveStreams } from "@/server/testing/streams";

let streams: Streams;
let cast: Cast;

beforeAll(async () => {
  streams = await serveStreams(() => today);
});
beforeEach(async () => {
  cast = await makeCourse();
});
afterEach(() => streams.disconnectAll());
afterAll(() => streams.stop());

const post = (access: CourseAccess, body: string) =>
  postComment(
    access,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: null,
      audience: "group",
      body,
    },
    today,
  );

it("whoever is put into another group hears that one from then on, and the former no more", async () => {
  const moved = await streams.open(cast, cast.liming);
  const stays = await streams.open(cast, cast.ada);
  const { setId, a: fromId, b: toId } = cast.groups;
  const { membershipId } = cast.liming.actor;
  await moveStudent(cast.instructor, { setId, membershipId, fromId, toId }, today);
  await eventually(() => expect(moved.resets).toBe(1));
  await post(cast.ada, "without him");
  await post(cast.stranger, "with him");
  const heardBy = (reader: typeof moved) => reader.frames.map(({ comment }) => comment.body);
  await eventually(() => expect(heardBy(moved)).toEqual(["with him"]));
  await eventually(() => expect(heardBy(stays)).toEqual(["without him"]));
  expect(stays.resets).toBe(0);
});
