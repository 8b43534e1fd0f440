import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import type { Audience } from "@/domain/comment/comment";
import { postComment } from "@/server/commands/comment/post-comment";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { assignmentsOf } from "./assignment";
import type { CourseAccess } from "./course-access";

const say = (cast: Cast, who: CourseAccess, audience: Audience = "group") =>
  postComment(
    who,
    {
      id: uuidv7(),
      readingId: cast.readingId,
      paragraphId: cast.paragraphIds[0] ?? null,
      passage: null,
      signal: null,
      audience,
      body: "Little was said.",
    },
    today,
  );

test("each student who has posted counts once; staff and notes to oneself do not", async () => {
  const cast = await makeCourse();
  const progress = async () => {
    const [first] = await assignmentsOf(cast.instructor);
    return first?.progress;
  };
  const students = (await progress())?.students;
  expect(await progress()).toEqual({ students, begun: 0, graded: 0, released: 0 });
  await say(cast, cast.ada);
  await say(cast, cast.ada);
  await say(cast, cast.liming, "private");
  await say(cast, cast.instructor);
  expect(await progress()).toEqual({ students, begun: 1, graded: 0, released: 0 });
});
