import { setTimeout as sleep } from "node:timers/promises";
import type { Id } from "@/domain/id";
import { askToNotify, startWorkers, type Workers } from "@/server/adapters/jobs";
import { listen } from "@/server/adapters/pubsub";
import { crontab, tasks } from "./table";

/** What has happened in this time is looked at together. */
const GATHER = 1_000;
const LONGEST_WAIT = 30_000;

/** Hears of rooms in which something has happened, and asks for people to be told. */
function watchRooms(): () => Promise<void> {
  const rooms = new Set<Id>();
  let timer: NodeJS.Timeout | undefined;
  const ask = async () => {
    timer = undefined;
    const those = [...rooms];
    rooms.clear();
    // What is not asked for now is found by the minute's look over all rooms.
    await askToNotify(those).catch(() => {});
  };
  const stop = listen((wake) => {
    if (wake.kind !== "room") return;
    rooms.add(wake.roomId);
    timer ??= setTimeout(ask, GATHER);
  });
  return async () => {
    clearTimeout(timer);
    await stop();
  };
}

/** Does what is done behind the pages, in this process, until it is stopped; begins again where it broke off. */
export function startJobs(): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let workers: Workers | undefined;
  const unwatch = watchRooms();
  const work = async () => {
    let wait = 1_000;
    while (!stopping.signal.aborted) {
      try {
        workers = await startWorkers(
          tasks(() => new Date()),
          crontab,
        );
        if (stopping.signal.aborted) await workers.stop();
        wait = 1_000;
        await workers.ended;
      } catch (error) {
        if (!stopping.signal.aborted) console.error("jobs broke off", error);
      }
      await sleep(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
      wait = Math.min(wait * 2, LONGEST_WAIT);
    }
  };
  const done = work();
  return {
    async stop() {
      stopping.abort();
      await unwatch();
      await workers?.stop().catch(() => {});
      await done;
    },
  };
}
