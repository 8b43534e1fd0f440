import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/server/adapters/db";
import { unsubscribeToken } from "@/server/adapters/unsubscribe-token";
import { type Cast, makeCourse } from "@/server/testing/cast";
import { handleUnsubscribe } from "./unsubscribe";

// No session is asked for: there is none outside a request of Next's.
vi.mock("./session", () => ({ addressOf: () => "192.0.2.1" }));

let cast: Cast;
beforeAll(async () => {
  cast = await makeCourse();
});
beforeEach(() => db().notificationChoice.deleteMany());

const post = (token: string, body?: BodyInit) =>
  handleUnsubscribe(
    new Request(`https://glossa.example.test/api/unsubscribe?token=${token}`, {
      method: "POST",
      body: body ?? null,
    }),
  );
const chosen = () =>
  db().notificationChoice.findMany({
    where: { userId: cast.ada.userId },
    select: { kind: true, delivery: true },
    orderBy: { kind: "asc" },
  });

describe("one request", () => {
  it("is not read to its end, however long it is and whether or not it says so", async () => {
    const token = unsubscribeToken(cast.ada.userId, ["reply"]);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 100) controller.close();
        else controller.enqueue(new Uint8Array(1_000));
      },
    });
    const request = new Request(`https://glossa.example.test/api/unsubscribe?token=${token}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: endless,
      // What the types do not know yet, and a body that streams asks for.
      ...{ duplex: "half" },
    });
    expect((await handleUnsubscribe(request)).status).toBe(200);
    expect(sent).toBeLessThan(10);
  });

  it("stops the kinds of mail that its token names, as a mail program sends it", async () => {
    const token = unsubscribeToken(cast.ada.userId, ["reply", "letter"]);
    for (const _twice of [1, 2]) {
      const answer = await post(token, new URLSearchParams({ "List-Unsubscribe": "One-Click" }));
      expect(answer.status).toBe(200);
    }
    expect(await chosen()).toEqual([
      { kind: "reply", delivery: "never" },
      { kind: "letter", delivery: "never" },
    ]);
  });

  it("leads whoever pressed our button to a page", async () => {
    const token = unsubscribeToken(cast.ada.userId, ["graded"]);
    const answer = await post(token, new URLSearchParams({ from: "page" }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/unsubscribe?done=1"]);
    expect(await chosen()).toEqual([{ kind: "graded", delivery: "never" }]);
  });

  it("does nothing with a token that is not ours, or is of nobody", async () => {
    expect((await post("")).status).toBe(404);
    expect((await post("x".repeat(5_000))).status).toBe(404);
    expect((await post("made.up.token", new URLSearchParams({ from: "page" }))).status).toBe(303);
    const nobody = unsubscribeToken("01890a5d-ac96-774b-bcce-b302099a8057", ["reply"]);
    expect((await post(nobody)).status).toBe(404);
    expect(await db().notificationChoice.count()).toBe(0);
  });
});
