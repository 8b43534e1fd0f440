import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "vitest";
import { commentsOfReading } from "@/server/queries/comment";
import type { CourseAccess } from "@/server/queries/course-access";
import { discussionOfReading } from "@/server/queries/discussion";
import { Hub } from "@/server/realtime/hub";
import { openStream } from "@/server/realtime/stream";
import type { Cast } from "./cast";
import { cookieOf, Reader } from "./reader";

/** What the database gives to a person's eyes. */
export async function inDatabase(cast: Cast, person: CourseAccess, now: Date) {
  const discussion = await discussionOfReading(person, cast.readingId, now);
  return commentsOfReading(person, discussion, cast.readingId);
}

/** The streams on a port of their own, and readers of them, which `stop` ends. */
export async function serveStreams(clock: () => Date) {
  const hub = new Hub(clock);
  const server = createServer((req, res) => openStream(hub, req, res)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const readers: Reader[] = [];

  async function readerOf(cast: Cast, person: CourseAccess, sessionVersion = 1): Promise<Reader> {
    const { courseId, readingId } = cast;
    const cookie = await cookieOf({ userId: person.userId, sessionVersion });
    const reader = new Reader({
      courseId,
      readingId,
      cookie,
      fetch: () => inDatabase(cast, person, clock()),
    });
    readers.push(reader);
    return reader;
  }

  return {
    port,
    readerOf,
    /** A reader who has been brought up to date. */
    async open(cast: Cast, person: CourseAccess): Promise<Reader> {
      const reader = await readerOf(cast, person);
      await reader.connect(port);
      await expect.poll(() => reader.eventsOf("at"), { timeout: 10_000 }).not.toEqual([]);
      return reader;
    },
    disconnectAll() {
      for (const reader of readers.splice(0)) reader.disconnect();
    },
    async stop() {
      await hub.stop();
      server.close();
    },
  };
}

export type Streams = Awaited<ReturnType<typeof serveStreams>>;
