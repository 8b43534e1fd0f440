import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { v7 as uuidv7 } from "uuid";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "@/server/adapters/db";
import { askToSend } from "@/server/adapters/jobs";
import { postComment } from "@/server/commands/comment/post-comment";
import { replyToComment } from "@/server/commands/comment/reply-to-comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { startJobs } from "./worker";

/** A mail server that takes the line and says nothing. */
async function openMute() {
  const lines = new Set<Socket>();
  const server = createServer((socket) => {
    lines.add(socket);
    socket.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    lines,
    url: `smtp://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`,
    close() {
      server.close();
      for (const socket of lines) socket.destroy();
    },
  };
}

let mute: Awaited<ReturnType<typeof openMute>>;
beforeAll(async () => {
  mute = await openMute();
  process.env.SMTP_URL = mute.url;
  process.env.MAIL_FROM = "glossa@mail.example.test";
  process.env.NEXTAUTH_URL = "https://glossa.example.test";
});
afterAll(() => mute.close());

let cast: Cast;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: today });
  cast = await makeCourse();
});
afterEach(() => vi.useRealTimers());

async function ask(access: CourseAccess): Promise<string> {
  const place = { readingId: cast.readingId, paragraphId: null, passage: null };
  const rest = { signal: null, audience: "group", body: "Whose consent?" } as const;
  return (await postComment(access, { id: uuidv7(), ...place, ...rest }, today)).id;
}

/** Until Ada has been told that somebody replied, who goes on replying. */
async function hears(parentId: string) {
  const heard = async () => {
    await replyToComment(cast.liming, { id: uuidv7(), parentId, body: "Theirs." }, today);
    const told = await db().notification.count({ where: { recipientId: cast.ada.actor.membershipId } });
    expect(told).toBeGreaterThan(0);
  };
  await vi.waitFor(heard, { timeout: 60_000, interval: 500 });
}

it("hears of what happens while it works, in two processes as in one, and ends when it is told to", async () => {
  const workers = [startJobs(), startJobs()];
  try {
    await hears(await ask(cast.ada));
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
});

it("tells people while mails wait for a mail server that does not answer", async () => {
  const { courseId, liming } = cast;
  const told = { courseId, recipientId: liming.actor.membershipId, at: today, delivery: "atOnce" } as const;
  // More than are sent at once, for longer than anybody is waited for here: each takes its time to be given up.
  const mails = Array.from({ length: 12 }, () => uuidv7());
  for (const mailId of mails) {
    const mail = { id: mailId, userId: liming.userId, createdAt: today, notBefore: today };
    await db().mail.create({ data: mail });
    const subjectId = await ask(cast.ada);
    await db().notification.create({ data: { ...told, id: uuidv7(), kind: "mention", subjectId, mailId } });
  }
  await askToSend(mails);
  const worker = startJobs();
  try {
    await vi.waitFor(() => expect(mute.lines.size).toBeGreaterThan(1), { timeout: 60_000, interval: 100 });
    await hears(await ask(cast.ada));
  } finally {
    mute.close();
    await worker.stop();
  }
});
