import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";
import { isDone, pool } from "./db";
import { settings } from "./settings";

const CHANNEL = "glossa";
const LONGEST_WAIT = 5_000;

export interface Listener {
  pack(pack: string): void;
  /** The connection stands, for the first time or again: whatever was sent before it has not arrived. */
  connected(): void;
}

/** What takes packs of wakes from each process to all, the sender included. */
export interface Carrier {
  send(packs: string[]): Promise<void>;
  /** Listens until the function it gives is called, and connects again whenever the connection breaks. */
  listen(listener: Listener): () => Promise<void>;
}

async function listenOnce(listener: Listener, stopped: Promise<void>): Promise<void> {
  const client = new pg.Client({
    connectionString: settings().DATABASE_URL,
    application_name: "glossa listener",
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  const broken = new Promise<void>((resolve) => {
    client.on("error", () => resolve());
    client.on("end", () => resolve());
  });
  client.on("notification", ({ payload }) => payload && listener.pack(payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    listener.connected();
    await Promise.race([broken, stopped]);
  } finally {
    await client.end().catch(() => {});
  }
}

const postgres: Carrier = {
  async send(packs) {
    // Nobody is left to tell, and a new connection would outlive the process's work.
    if (isDone()) return;
    await pool().query("SELECT pg_notify($1, pack) FROM unnest($2::text[]) AS pack", [CHANNEL, packs]);
  },

  listen(listener) {
    const stopping = new AbortController();
    const stopped = new Promise<void>((resolve) => {
      stopping.signal.addEventListener("abort", () => resolve());
    });
    const work = async () => {
      let wait = 50;
      const connected = () => {
        wait = 50;
        listener.connected();
      };
      while (!stopping.signal.aborted) {
        await listenOnce({ pack: listener.pack, connected }, stopped).catch(() => {});
        if (!stopping.signal.aborted) await sleep(wait, undefined, { ref: false });
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    };
    const done = work();
    return () => {
      stopping.abort();
      return done;
    };
  },
};

function redis(url: string): Carrier {
  const open = () => {
    const client = new Redis(url, {
      autoResubscribe: false,
      maxRetriesPerRequest: 2,
      retryStrategy: (times) => Math.min(50 * 2 ** times, LONGEST_WAIT),
    });
    // It connects again by itself; without a listener each failure would be printed.
    client.on("error", () => {});
    return client;
  };
  let sender: Redis | undefined;
  return {
    async send(packs) {
      sender ??= open();
      const connection = sender;
      await Promise.all(packs.map((pack) => connection.publish(CHANNEL, pack)));
    },

    listen(listener) {
      const client = open();
      client.on("message", (_channel, pack) => listener.pack(pack));
      client.on("ready", () => {
        client.subscribe(CHANNEL).then(listener.connected, () => client.disconnect(true));
      });
      return async () => {
        client.disconnect();
        sender?.disconnect();
        sender = undefined;
      };
    },
  };
}

/** Redis where the administrator names one, else the database itself. */
export function chooseCarrier(): Carrier {
  const { REDIS_URL } = settings();
  return REDIS_URL ? redis(REDIS_URL) : postgres;
}
