import { EventSourceParserStream } from "eventsource-parser/stream";

/** The server says something at least every 15 s; silent for longer than this, the line is dead. Milliseconds. */
const SILENCE = 40_000;
const BACK_OFF = [500, 1000, 2000, 4000, 8000, 15_000];

export type LiveStatus = "live" | "connecting" | "offline" | "ended";

interface Handlers {
  /** What to go on from: `room:seq,room:seq`. */
  cursor: () => string;
  onEvent: (event: { id: string | undefined; name: string; data: string }) => void;
  onStatus: (status: LiveStatus) => void;
}

/** What there is to do when a line has ended: whoever may no longer listen need not come again. */
type Next = "again" | "when signed in" | "never";

/** Somebody who was signed out may have signed in elsewhere by then. Milliseconds. */
const SIGNED_OUT = 30_000;

function nextAfter(status: number): Next {
  if (status === 401) return "when signed in";
  return status === 403 || status === 404 ? "never" : "again";
}

/** Reads one connection to its end. */
async function readOnce(
  url: string,
  { cursor, onEvent, onStatus }: Handlers,
  stop: AbortSignal,
): Promise<Next> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), SILENCE);
  try {
    const answer = await fetch(url, {
      headers: { accept: "text/event-stream", "last-event-id": cursor() },
      cache: "no-store",
      signal: AbortSignal.any([stop, silence.signal]),
    });
    if (!answer.ok || !answer.body) return nextAfter(answer.status);
    const heard = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform: (chunk, out) => {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), SILENCE);
        out.enqueue(chunk);
      },
    });
    onStatus("live");
    const events = answer.body
      .pipeThrough(heard)
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream())
      .getReader();
    for (;;) {
      const { done, value } = await events.read();
      if (done) return "again";
      if (value.event === "end") {
        onEvent({ id: undefined, name: "end", data: value.data });
        return value.data.includes("signed-out") ? "when signed in" : "never";
      }
      onEvent({ id: value.id, name: value.event ?? "message", data: value.data });
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

/** Waits, but not when the network or the person comes back. */
function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      stop.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener("online", done);
    stop.addEventListener("abort", done);
  });
}

/**
 * Keeps a stream open: comes again after `cursor()` when the line breaks, less and less eagerly while it fails.
 * @returns ends it
 */
export function connect(url: string, handlers: Handlers): () => void {
  const stop = new AbortController();
  const run = async () => {
    let failures = 0;
    while (!stop.signal.aborted) {
      let next: Next = "again";
      try {
        handlers.onStatus("connecting");
        const reached: Handlers = {
          ...handlers,
          onEvent: (event) => {
            failures = 0;
            handlers.onEvent(event);
          },
        };
        next = await readOnce(url, reached, stop.signal);
      } catch {
        // A broken line; the next one goes on from the cursor.
      }
      if (stop.signal.aborted) return;
      if (next !== "again") handlers.onStatus("ended");
      if (next === "never") return;
      if (next === "when signed in") {
        await pause(SIGNED_OUT, stop.signal);
        continue;
      }
      handlers.onStatus(navigator.onLine ? "connecting" : "offline");
      const wait = BACK_OFF[Math.min(failures++, BACK_OFF.length - 1)] ?? 15_000;
      await pause(wait * (0.75 + Math.random() / 2), stop.signal);
    }
  };
  run();
  return () => stop.abort();
}
