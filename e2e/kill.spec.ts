import { type APIRequestContext, expect, request, test } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import { freePort } from "../scripts/lib/ports.mjs";
import { password } from "./fixtures";
import { Glossa } from "./glossa";

const WRITERS = 8;
/** How many comments are acknowledged before the kill falls among those that are not. */
const BEFORE_THE_KILL = 24;

const get = async (person: APIRequestContext, name: string, input?: object) => {
  const query = input ? `?input=${encodeURIComponent(JSON.stringify({ json: input }))}` : "";
  const answer = await person.get(`/api/trpc/${name}${query}`);
  expect(answer.status(), name).toBe(200);
  return (await answer.json()).result.data.json;
};

async function signIn(address: string, who: string): Promise<APIRequestContext> {
  const person = await request.newContext({ baseURL: address });
  const { csrfToken } = await (await person.get("/api/auth/csrf")).json();
  const form = { csrfToken, email: `${who}@glossa.test`, password, json: "true" };
  expect((await person.post("/api/auth/callback/credentials", { form })).status()).toBe(200);
  return person;
}

/** A reading of the demo course whose conversation is open to this person. */
async function openReading(person: APIRequestContext): Promise<{ courseId: string; readingId: string }> {
  const { courses } = await get(person, "course.mine");
  const courseId: string = courses[0].id;
  const { assignments } = await get(person, "course.overview", { courseId });
  const now = new Date().toISOString();
  const open = assignments.find(
    (assignment: { opensAt: string; closesAt: string; readings: unknown[] }) =>
      assignment.opensAt <= now && assignment.closesAt > now && assignment.readings.length > 0,
  );
  return { courseId, readingId: open.readings[0].id };
}

/** Posts comments and knows which of them were acknowledged. */
class Writers {
  readonly sent = new Set<string>();
  readonly acknowledged = new Set<string>();

  constructor(
    private readonly person: APIRequestContext,
    private readonly place: { courseId: string; readingId: string },
  ) {}

  async post(id: string): Promise<boolean> {
    const { courseId, readingId } = this.place;
    const comment = {
      id,
      readingId,
      paragraphId: null,
      passage: null,
      signal: null,
      audience: "group",
      body: `Kept: ${id}`,
    };
    this.sent.add(id);
    const data = { json: { courseId, comment } };
    const answer = await this.person
      .post("/api/trpc/comment.post", { data, timeout: 20_000 })
      .catch(() => null);
    if (answer?.status() !== 200) return false;
    this.acknowledged.add(id);
    return true;
  }

  /** Each writer posts one after the other until one is not acknowledged; `enough` is called once, on the way. */
  async untilRefused(enough: () => void): Promise<void> {
    const before = this.acknowledged.size;
    let isEnough = false;
    const write = async () => {
      while (await this.post(uuidv7())) {
        if (isEnough || this.acknowledged.size - before < BEFORE_THE_KILL) continue;
        isEnough = true;
        enough();
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    expect(isEnough, "comments were acknowledged before the kill").toBe(true);
  }

  /** How often each comment that was sent stands there now. */
  async standing(): Promise<Map<string, number>> {
    const times = new Map([...this.sent].map((id) => [id, 0]));
    const { comments }: { comments: { body: string }[] } = await get(
      this.person,
      "comment.ofReading",
      this.place,
    );
    for (const { body } of comments) {
      const id = body.startsWith("Kept: ") ? body.slice("Kept: ".length) : "";
      if (id) times.set(id, (times.get(id) ?? 0) + 1);
    }
    return times;
  }
}

const notOnce = (ids: Iterable<string>, times: Map<string, number>) =>
  [...ids].filter((id) => times.get(id) !== 1);

test("an acknowledged comment outlives the death of any part", async () => {
  const glossa = new Glossa(await freePort());
  try {
    await glossa.start();
    const ada = await signIn(glossa.address(), "ada");
    const writers = new Writers(ada, await openReading(ada));

    for (const part of ["server", "database", "launcher"] as const) {
      await test.step(`kill the ${part}`, async () => {
        // Without its launcher the server goes on writing: it is the next start that ends it.
        let restarted = Promise.resolve();
        await writers.untilRefused(() => {
          glossa.kill(part);
          restarted = glossa.ended().then(() => glossa.start());
        });
        await restarted;

        const unacknowledged = [...writers.sent].filter((id) => !writers.acknowledged.has(id));
        expect(unacknowledged.length, "the kill fell among comments on their way").toBeGreaterThan(0);
        expect(notOnce(writers.acknowledged, await writers.standing())).toEqual([]);
        expect(await Promise.all(unacknowledged.map((id) => writers.post(id)))).not.toContain(false);
        const times = await writers.standing();
        expect(notOnce(writers.sent, times)).toEqual([]);
        expect(times.size).toBe(writers.sent.size);
      });
    }
    await ada.dispose();
  } finally {
    await glossa.remove();
  }
});
