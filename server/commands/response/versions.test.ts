import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { type Refusal, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "@/server/queries/course-access";
import { responseHistory } from "@/server/queries/response-history";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { deleteResponse } from "./delete-response";
import { saveResponse } from "./save-response";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const minutes = (n: number) => new Date(today.getTime() + n * 60_000);

const refusalOf = (work: Promise<unknown>): Promise<Refusal | string> =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Refused ? error.refusal : String(error)),
  );

/** An answer that is saved again and again, each time under the version before. */
function writing(access: CourseAccess) {
  const id = uuidv7();
  let version = 0;
  const save = async (body: string, purpose: "draft" | "post", at: Date) => {
    const saved = await saveResponse(
      access,
      { id, promptId: cast.promptId, version, positionId: null, body },
      purpose,
      at,
    );
    version = saved.version;
    return saved;
  };
  return { id, save };
}

const bodies = async (access: CourseAccess, id: string) =>
  (await responseHistory(access, id, minutes(1000))).map((state) => state.body);

describe("a draft that saves itself", () => {
  it("raises its version each time, and keeps one state in ten minutes", async () => {
    const { id, save } = writing(cast.ada);
    for (let minute = 0; minute <= 60; minute++) {
      const saved = await save(`Minute ${minute}`, "draft", minutes(minute));
      expect(saved).toMatchObject({ version: minute + 1, savedAt: minutes(minute), editedAt: null });
    }
    const kept = await db().responseVersion.findMany({ where: { responseId: id }, orderBy: { at: "asc" } });
    expect(kept.length).toBeGreaterThanOrEqual(5);
    for (const [at, version] of kept.entries()) {
      const before = kept[at - 1];
      if (before) expect(version.at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(9 * 60_000);
    }
    expect((await bodies(cast.ada, id)).at(-1)).toBe("Minute 60");
  });

  it("keeps what stood there when it was put away for the day", async () => {
    const { id, save } = writing(cast.ada);
    await save("One", "draft", minutes(0));
    await save("One two", "draft", minutes(2));
    await save("Begun anew", "draft", minutes(600));
    expect(await bodies(cast.ada, id)).toEqual(["One two", "Begun anew"]);
  });
});

describe("the history of an answer", () => {
  it("keeps the last draft, and everything that was ever posted", async () => {
    const { id, save } = writing(cast.ada);
    await save("Draft", "draft", minutes(0));
    await save("Posted", "post", minutes(1));
    await save("Posted again", "post", minutes(2));
    await save("And again", "post", minutes(3));
    const history = await responseHistory(cast.ada, id, minutes(4));
    expect(history).toEqual([
      { version: 1, body: "Draft", positionId: null, at: minutes(0) },
      { version: 2, body: "Posted", positionId: null, at: minutes(1) },
      { version: 3, body: "Posted again", positionId: null, at: minutes(2) },
      { version: 4, body: "And again", positionId: null, at: minutes(3) },
    ]);
  });

  it("shows staff nothing from before it was posted, and classmates nothing at all", async () => {
    const { id, save } = writing(cast.ada);
    await save("A secret thought", "draft", minutes(0));
    expect(await refusalOf(responseHistory(cast.instructor, id, minutes(1)))).toEqual({ code: "not-found" });
    await save("Posted", "post", minutes(1));
    await save("Posted again", "post", minutes(2));
    expect(await bodies(cast.instructor, id)).toEqual(["Posted", "Posted again"]);
    expect(await bodies(cast.assistant, id)).toEqual(["Posted", "Posted again"]);
    const later = minutes(3);
    expect(await refusalOf(responseHistory(cast.liming, id, later))).toEqual({ code: "not-allowed" });
    expect(await refusalOf(responseHistory(cast.observer, id, later))).toEqual({ code: "not-allowed" });
    expect(await refusalOf(responseHistory(cast.stranger, id, later))).toEqual({ code: "not-found" });
    const elsewhere = await makeCourse();
    expect(await refusalOf(responseHistory(elsewhere.instructor, id, later))).toEqual({ code: "not-found" });
  });

  it("is gone from sight with the answer, and not lost", async () => {
    const { id, save } = writing(cast.ada);
    await save("Posted", "post", minutes(0));
    await deleteResponse(cast.ada, id, minutes(1));
    expect(await refusalOf(responseHistory(cast.ada, id, minutes(2)))).toEqual({ code: "not-allowed" });
    expect(await db().responseVersion.findMany({ where: { responseId: id } })).toMatchObject([
      { version: 1, body: "Posted" },
    ]);
  });

  it("of two tabs loses neither: the later is refused with what the earlier wrote", async () => {
    const { id, save } = writing(cast.ada);
    await save("Begun", "post", minutes(0));
    const input = { id, promptId: cast.promptId, version: 1, positionId: null };
    const results = await Promise.all(
      ["Left.", "Right."].map((body) =>
        refusalOf(saveResponse(cast.ada, { ...input, body }, "post", minutes(1))),
      ),
    );
    const [won] = await bodies(cast.ada, id).then((all) => all.slice(-1));
    expect(results).toContain("not refused");
    expect(results).toContainEqual({ code: "stale", current: { version: 2, text: won } });
    expect(await bodies(cast.ada, id)).toEqual(["Begun", won]);
  });
});

describe("a position taken out of the frame", () => {
  it("may be held on to by whoever took it, and is taken by nobody else", async () => {
    const input = { id: uuidv7(), promptId: cast.promptId, positionId: cast.positionId, body: "It asks." };
    await saveResponse(cast.ada, { ...input, version: 0 }, "post", today);
    await db().position.update({ where: { id: cast.positionId }, data: { removedAt: today } });
    const revised = { ...input, version: 1, body: "It asks twice." };
    expect(await saveResponse(cast.ada, revised, "post", today)).toMatchObject({
      version: 2,
      positionId: cast.positionId,
    });
    const late = { ...input, id: uuidv7(), version: 0 };
    expect(await refusalOf(saveResponse(cast.liming, late, "post", today))).toMatchObject({
      code: "out-of-frame",
    });
  });
});

describe("staff", () => {
  it("do not answer: they reply", async () => {
    for (const access of [cast.instructor, cast.assistant]) {
      for (const purpose of ["draft", "post"] as const) {
        const input = { id: uuidv7(), promptId: cast.promptId, version: 0, positionId: null, body: "I say." };
        expect(await refusalOf(saveResponse(access, input, purpose, today))).toEqual({ code: "not-allowed" });
      }
    }
    expect(await db().response.count({ where: { courseId: cast.courseId } })).toBe(0);
  });
});
