import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import type { NewComment } from "@/domain/comment/comment";
import { db } from "@/server/adapters/db";
import { commentsOfReading } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { type Cast, makeCourse, texts, today } from "@/server/testing/cast";
import { call, outcomeOf } from "@/server/testing/matrix/call";
import { postComment } from "./post-comment";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const refused = (code: string) => ({ refusal: { code } });
const id = (at: number) => cast.paragraphIds[at] ?? "";
const passageIn = (at: number, quote: string) => {
  const start = (texts[at] ?? "").indexOf(quote);
  return { start, end: start + quote.length, quote };
};
const span = (at: number, quote: string) => ({ paragraphId: id(at), passage: passageIn(at, quote) });
const written = (change: Partial<NewComment> = {}): NewComment => ({
  id: uuidv7(),
  readingId: cast.readingId,
  paragraphId: id(0),
  passage: passageIn(0, "little was said about the war."),
  signal: null,
  audience: "group",
  body: "From here to there.",
  ...change,
});
const post = (change: Partial<NewComment> = {}, access: CourseAccess = cast.ada) =>
  postComment(access, written(change), today);
const kept = () => db().comment.count({ where: { courseId: cast.courseId } });

describe("a passage over several paragraphs", () => {
  const wholeOf = (at: number) => span(at, texts[at] ?? "");

  it("is kept paragraph by paragraph, and posting it again changes nothing", async () => {
    const input = written({ spans: [wholeOf(1), span(2, "Most of the words")] });
    const wire = await postComment(cast.ada, input, today);
    expect(wire.passage).toEqual(input.passage);
    expect(wire.spans).toEqual([
      { paragraphId: id(1), ...passageIn(1, texts[1]) },
      { paragraphId: id(2), ...passageIn(2, "Most of the words") },
    ]);
    expect(await postComment(cast.ada, input, today)).toEqual(wire);
    expect(await db().commentSpan.count({ where: { commentId: input.id } })).toBe(2);
  });

  it("goes on in the order of the text, each paragraph once", async () => {
    for (const spans of [
      [span(2, "Most"), span(1, "An initiative")],
      [span(1, "An initiative"), span(1, "is not")],
      [span(0, "On 21 April")],
    ]) {
      await expect(post({ spans })).rejects.toMatchObject(refused("anchor-mismatch"));
    }
    const backwards = { paragraphId: id(2), passage: passageIn(2, "Most"), spans: [span(1, "An")] };
    await expect(post(backwards)).rejects.toMatchObject(refused("anchor-mismatch"));
    expect(await kept()).toBe(0);
  });

  it("is refused where the words of any part do not stand at their place", async () => {
    const wrong = { ...passageIn(1, "is not a treaty"), quote: "is now a treaty" };
    const spans = [{ paragraphId: id(1), passage: wrong }, span(2, "Most")];
    await expect(post({ spans })).rejects.toMatchObject(refused("anchor-mismatch"));
    expect(await kept()).toBe(0);
  });

  it("stays within its text", async () => {
    const other = await makeCourse();
    const paragraphId = other.paragraphIds[1] ?? "";
    const spans = [{ paragraphId, passage: passageIn(1, "An initiative") }];
    await expect(post({ spans })).rejects.toMatchObject(refused("not-found"));
    expect(await kept()).toBe(0);
  });
});

describe("a highlight", () => {
  const sent = (change: Partial<NewComment>) => {
    const claim = { userId: cast.ada.userId, sessionVersion: 1 };
    const input = { courseId: cast.courseId, comment: written({ body: "", ...change }) };
    return outcomeOf(call(claim, "comment.post", input));
  };

  it("without words is one's own", async () => {
    expect(await sent({ audience: "private", spans: [span(1, "An initiative")] })).toBe("ok");
    expect(await sent({ audience: "group" })).toBe("BAD_REQUEST");
    expect(await sent({ audience: "instructors" })).toBe("BAD_REQUEST");
    expect(await sent({ audience: "private", passage: null })).toBe("BAD_REQUEST");
    expect(await sent({ audience: "private", body: " \n\u0000" })).toBe("ok");
    expect(await kept()).toBe(2);
  });

  it("is seen by nobody else", async () => {
    const { id: highlight } = await post({ audience: "private", body: "" });
    const sees = async (access: CourseAccess) => {
      const discussion = await discussionOfReading(access, cast.readingId, today);
      const { comments } = await commentsOfReading(access, discussion, cast.readingId);
      return comments.some((comment) => comment.id === highlight);
    };
    expect(await sees(cast.ada)).toBe(true);
    for (const access of [cast.liming, cast.instructor, cast.observer]) {
      expect(await sees(access)).toBe(false);
    }
  });
});
