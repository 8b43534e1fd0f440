import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import type { ChangeKind } from "@/domain/reading/change";
import type { CourseAccess } from "@/server/queries/course-access";
import type { Cast } from "./cast";
import { eventually } from "./eventually";
import { Listener } from "./listener";
import { serveStreams } from "./streams";

/** The streams of pages on a port of their own, and listeners to them, which `disconnectAll` ends. */
export async function servePages(clock: () => Date) {
  const { port, stop } = await serveStreams(clock);
  const listeners: Listener[] = [];
  return {
    port,
    stop,
    listeners,
    /** Somebody who has been told how far the stream is, or was refused. */
    async listen(
      { promptId }: Cast,
      person: CourseAccess,
      page: "prompt" | "evidence",
      since: number | "" = clock().getTime(),
    ): Promise<Listener> {
      const listener = new Listener(person, page === "prompt" ? `prompt=${promptId}` : "evidence=1");
      listeners.push(listener);
      await listener.connect(port, since);
      if (listener.status === 200) await eventually(() => expect(listener.of("at")).not.toEqual([]));
      return listener;
    },
    disconnectAll() {
      for (const listener of listeners.splice(0)) listener.disconnect();
    },
  };
}

export type PageStreams = Awaited<ReturnType<typeof servePages>>;

export const kinds = (listener: Listener): ChangeKind[] => listener.changes.map(({ kind }) => kind);

export const hears = (listener: Listener, expected: ChangeKind[]) =>
  eventually(() => expect(kinds(listener)).toEqual(expected));

/** Long enough for what was told to somebody else to have come here too. */
export async function isQuiet(listener: Listener): Promise<void> {
  await sleep(150);
  expect([...listener.changes, ...listener.of("again")]).toEqual([]);
}
