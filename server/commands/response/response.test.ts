import { v7 as uuidv7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { ReplyRelation, ResponseText } from "@/domain/prompt/response";
import { type Refusal, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { citablePassages } from "@/server/queries/citable";
import type { CourseAccess } from "@/server/queries/course-access";
import { promptList, promptPage } from "@/server/queries/prompt";
import { type Cast, inDays, makeCourse, today } from "@/server/testing/cast";
import { deleteResponse } from "./delete-response";
import { replyToResponse } from "./reply-to-response";
import { saveResponse } from "./save-response";

let cast: Cast;
beforeAll(async () => {
  cast = await makeCourse();
});

const refusalOf = (work: Promise<unknown>): Promise<Refusal | string> =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal : String(error)),
  );

const answer = (change: Partial<ResponseText> = {}): ResponseText => ({
  id: uuidv7(),
  promptId: cast.promptId,
  version: 0,
  positionId: cast.positionId,
  body: "The Charter asks. [[1 ¶2]]",
  ...change,
});

const replyTo = (parentId: string, relation: ReplyRelation = "challenge") => ({
  id: uuidv7(),
  parentId,
  relation,
  body: "Whom does it ask? [[1 ¶1]]",
});

const eventsAbout = (subjectId: string) =>
  db().event.findMany({ where: { subjectId }, orderBy: { seq: "asc" }, select: { type: true } });

const seenBy = async (access: CourseAccess, promptId = cast.promptId) =>
  (await promptPage(access, promptId, today)).responses.map((response) => response.id);

describe("a response", () => {
  it("is a draft for its author alone, then posted, then revised, each version kept", async () => {
    cast = await makeCourse();
    const first = answer();
    const draft = await saveResponse(cast.ada, first, "draft", today);
    expect(draft).toMatchObject({ version: 1, submittedAt: null, mine: true });
    expect(draft.citations).toMatchObject([{ paragraphId: cast.paragraphIds[1], paragraph: 2 }]);
    expect(await seenBy(cast.liming)).not.toContain(first.id);
    expect(await seenBy(cast.instructor)).not.toContain(first.id);

    const posted = await saveResponse(cast.ada, { ...first, version: 1, body: "It asks." }, "post", today);
    expect(posted).toMatchObject({ version: 2, submittedAt: today, editedAt: null, citations: [] });
    expect(await seenBy(cast.liming)).toContain(first.id);

    const later = inDays(1);
    const revised = await saveResponse(
      cast.ada,
      { ...first, version: 2, body: "It asks twice.", positionId: null },
      "post",
      later,
    );
    expect(revised).toMatchObject({ version: 3, submittedAt: today, editedAt: later, positionId: null });
    const versions = await db().responseVersion.findMany({
      where: { responseId: first.id },
      orderBy: { version: "asc" },
    });
    expect(versions.map((version) => version.body)).toEqual([first.body, "It asks."]);
    expect((await eventsAbout(first.id)).map((event) => event.type)).toEqual([
      "response.saved",
      "response.submitted",
      "response.saved",
    ]);
  });

  it("sent twice is there once, also when both arrive at once", async () => {
    cast = await makeCourse();
    const sent = answer();
    const [one, two] = await Promise.all([
      saveResponse(cast.ada, sent, "post", today),
      saveResponse(cast.ada, sent, "post", today),
    ]);
    const three = await saveResponse(cast.ada, sent, "post", today);
    expect([two, three]).toEqual([one, one]);
    expect(await eventsAbout(sent.id)).toHaveLength(1);
  });

  it("begun on two devices is refused as stale to the second, with what the first one wrote", async () => {
    cast = await makeCourse();
    const results = await Promise.all(
      [answer({ body: "Here." }), answer({ body: "There." })].map((sent) =>
        refusalOf(saveResponse(cast.ada, sent, "post", today)),
      ),
    );
    expect(results).toContain("not refused");
    expect(results).toContainEqual(
      expect.objectContaining({
        code: "stale",
        current: { version: 1, text: expect.stringMatching(/here\.$/i) },
      }),
    );
    expect(await seenBy(cast.ada)).toHaveLength(1);
  });

  it("written on an older version is refused as stale with the newer text, and changes nothing", async () => {
    cast = await makeCourse();
    const sent = answer();
    await saveResponse(cast.ada, sent, "draft", today);
    await saveResponse(cast.ada, { ...sent, version: 1, body: "Newer." }, "draft", today);
    expect(
      await refusalOf(saveResponse(cast.ada, { ...sent, version: 1, body: "Older." }, "post", today)),
    ).toEqual({ code: "stale", current: { version: 2, text: "Newer." } });
  });

  it("once posted is not taken back into a draft", async () => {
    cast = await makeCourse();
    const sent = answer();
    await saveResponse(cast.ada, sent, "post", today);
    expect(
      await refusalOf(saveResponse(cast.ada, { ...sent, version: 1, body: "Hidden." }, "draft", today)),
    ).toEqual({ code: "not-allowed" });
  });

  it("is not taken under somebody else's id, after closing, from an observer, or for another course", async () => {
    cast = await makeCourse();
    const other = await makeCourse();
    const sent = answer();
    await saveResponse(cast.ada, sent, "post", today);
    const { id } = sent;
    expect(await refusalOf(saveResponse(cast.liming, answer({ id }), "post", today))).toEqual({
      code: "id-taken",
    });
    expect(await refusalOf(saveResponse(cast.liming, answer(), "post", inDays(6)))).toMatchObject({
      code: "closed",
    });
    expect(await refusalOf(saveResponse(cast.observer, answer(), "post", today))).toEqual({
      code: "not-allowed",
    });
    expect(await refusalOf(saveResponse(other.ada, answer(), "post", today))).toEqual({ code: "not-found" });
    const foreign = answer({ positionId: other.positionId });
    expect(await refusalOf(saveResponse(cast.liming, foreign, "post", today))).toEqual({ code: "not-found" });
    expect(await db().response.count({ where: { courseId: cast.courseId } })).toBe(1);
  });
});

describe("replies", () => {
  it("stand under the answer with what they do to it, once", async () => {
    cast = await makeCourse();
    const sent = answer();
    await saveResponse(cast.ada, sent, "post", today);
    const reply = replyTo(sent.id);
    const [first, again] = [
      await replyToResponse(cast.liming, reply, today),
      await replyToResponse(cast.liming, reply, today),
    ];
    expect(first).toMatchObject({ parentId: sent.id, relation: "challenge", submittedAt: today });
    expect(first.citations).toHaveLength(1);
    expect(again).toEqual(first);
    expect(await eventsAbout(reply.id)).toEqual([{ type: "response.replied" }]);
    expect(await seenBy(cast.ada)).toEqual([sent.id, reply.id]);
  });

  it("are refused from another group, to a draft, to a reply, after closing, and from an observer", async () => {
    cast = await makeCourse();
    const sent = answer();
    await saveResponse(cast.ada, sent, "draft", today);
    expect(await refusalOf(replyToResponse(cast.liming, replyTo(sent.id), today))).toEqual({
      code: "not-found",
    });
    await saveResponse(cast.ada, { ...sent, version: 1 }, "post", today);
    expect(await refusalOf(replyToResponse(cast.stranger, replyTo(sent.id), today))).toEqual({
      code: "not-found",
    });
    expect(await refusalOf(replyToResponse(cast.liming, replyTo(sent.id), inDays(6)))).toMatchObject({
      code: "closed",
    });
    expect(await refusalOf(replyToResponse(cast.observer, replyTo(sent.id), today))).toEqual({
      code: "not-allowed",
    });
    const reply = replyTo(sent.id, "ask");
    await replyToResponse(cast.assistant, reply, today);
    expect(await refusalOf(replyToResponse(cast.ada, replyTo(reply.id), today))).toEqual({
      code: "not-allowed",
    });
  });

  it("are deleted by their author or by staff, and by nobody else", async () => {
    cast = await makeCourse();
    const sent = answer();
    await saveResponse(cast.ada, sent, "post", today);
    const [own, other] = [replyTo(sent.id), replyTo(sent.id, "agree")];
    await replyToResponse(cast.liming, own, today);
    await replyToResponse(cast.liming, other, today);
    expect(await refusalOf(deleteResponse(cast.ada, own.id, today))).toEqual({ code: "not-allowed" });
    expect(await refusalOf(deleteResponse(cast.stranger, own.id, today))).toEqual({ code: "not-found" });
    await deleteResponse(cast.liming, own.id, today);
    await deleteResponse(cast.liming, own.id, today);
    await deleteResponse(cast.instructor, other.id, today);
    expect(await seenBy(cast.ada)).toEqual([sent.id]);
    expect((await eventsAbout(own.id)).map((event) => event.type)).toEqual([
      "response.replied",
      "response.deleted",
    ]);
  });
});

describe("what the class shows", () => {
  it("keeps groups apart, shows staff all of them, and hides others until one's own comments are posted", async () => {
    cast = await makeCourse();
    const [mine, theirs] = [answer(), answer()];
    await saveResponse(cast.ada, mine, "post", today);
    await saveResponse(cast.stranger, theirs, "post", today);
    expect(await seenBy(cast.liming)).toEqual([mine.id]);
    expect(await seenBy(cast.assistant)).toEqual(expect.arrayContaining([mine.id, theirs.id]));
    await db().assignment.update({
      where: { id: cast.assignmentId },
      data: { visibility: "postFirst", postFirst: 2 },
    });
    expect(await promptPage(cast.liming, cast.promptId, today)).toMatchObject({
      responses: [],
      hidden: { until: "comments", owed: 2 },
    });
    expect(await seenBy(cast.ada)).toEqual([mine.id]);
  });

  it("is a list of prompts with one's own state, and nothing of what has not opened", async () => {
    cast = await makeCourse();
    const sent = answer();
    await saveResponse(cast.ada, sent, "draft", today);
    const [week] = await promptList(cast.ada, today);
    expect(week?.prompts).toMatchObject([{ mine: { submittedAt: null, version: 1 }, posted: null }]);
    const [forStaff] = await promptList(cast.instructor, today);
    expect(forStaff?.prompts).toMatchObject([{ mine: null, posted: 0 }]);
    const [before] = await promptList(cast.ada, inDays(-4.5));
    expect(before).toMatchObject({ title: "Week 1", prompts: null });
  });

  it("offers every paragraph of the open readings for citing", async () => {
    cast = await makeCourse();
    expect((await citablePassages(cast.ada, today)).map((each) => each.paragraphId)).toEqual(
      cast.paragraphIds,
    );
    expect(await citablePassages(cast.ada, inDays(-4.5))).toEqual([]);
  });
});
