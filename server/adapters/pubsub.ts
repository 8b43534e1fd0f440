import { type Carrier, chooseCarrier } from "./carrier";
import { keyOfWake, packWakes, unpackWakes, type Wake } from "./wakes";

export type { PresenceWake, Wake } from "./wakes";

/** How long after a send the next one waits for others to travel with. Milliseconds. */
const GATHER = 4;
const LONGEST_WAIT = 5_000;

interface Post {
  carrier: Carrier;
  waiting: Map<string, Wake>;
  /** A send is under way or will be. */
  busy: boolean;
  wait: number;
}

// On globalThis because Next's bundle and the server's own files each load this module, in one process.
const held = globalThis as typeof globalThis & { glossaPost?: Post };

function post(): Post {
  held.glossaPost ??= { carrier: chooseCarrier(), waiting: new Map(), busy: false, wait: GATHER };
  return held.glossaPost;
}

/**
 * Tells every process, this one included, that there is something to look at. Call it after the commit. Never fails
 * and keeps nobody waiting: the first wake goes at once, and those that follow within a few milliseconds go out
 * together, since a notification takes a lock that all of PostgreSQL's commits share.
 */
export function announce(wake: Wake): void {
  const office = post();
  office.waiting.set(keyOfWake(wake), wake);
  if (office.busy) return;
  office.busy = true;
  setImmediate(() => send(office));
}

async function send(office: Post): Promise<void> {
  const wakes = [...office.waiting.values()];
  office.waiting.clear();
  try {
    await office.carrier.send(packWakes(wakes));
    office.wait = GATHER;
  } catch {
    // Sent again, unless something newer has taken its place; where somebody was a while ago is of no use.
    for (const wake of wakes) {
      const key = keyOfWake(wake);
      if (wake.kind !== "presence" && !office.waiting.has(key)) office.waiting.set(key, wake);
    }
    office.wait = Math.min(office.wait * 4, LONGEST_WAIT);
  }
  setTimeout(() => goOn(office), office.wait).unref();
}

function goOn(office: Post): void {
  if (office.waiting.size > 0) send(office);
  else office.busy = false;
}

/**
 * Calls `handle` for every wake, and with `resync` whenever the connection stands anew, the first time included.
 * Gives the function that stops it.
 */
export function listen(handle: (wake: Wake) => void): () => Promise<void> {
  return post().carrier.listen({
    pack: (pack) => {
      for (const wake of unpackWakes(pack)) handle(wake);
    },
    connected: () => handle({ kind: "resync" }),
  });
}
