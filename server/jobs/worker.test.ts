import { v7 as uuidv7 } from "uuid";
import { expect, it, vi } from "vitest";
import { db } from "@/server/adapters/db";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import { makeCourse, today } from "@/server/testing/cast";
import { startJobs } from "./worker";

it("hears of what happens while it works, in two processes as in one, and ends when it is told to", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: today });
  const cast = await makeCourse();
  const workers = [startJobs(), startJobs()];
  try {
    const { id } = await postComment(
      cast.ada,
      {
        id: uuidv7(),
        readingId: cast.readingId,
        paragraphId: null,
        passage: null,
        signal: null,
        audience: "group",
        body: "Whose consent?",
      },
      today,
    );
    const heard = async () => {
      await replyToComment(cast.liming, { id: uuidv7(), parentId: id, body: "Theirs." }, today);
      const told = await db().notification.count({ where: { recipientId: cast.ada.actor.membershipId } });
      expect(told).toBeGreaterThan(0);
    };
    await vi.waitFor(heard, { timeout: 15_000, interval: 500 });
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    vi.useRealTimers();
  }
});
