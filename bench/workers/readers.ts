import { Agent, get, type IncomingMessage } from "node:http";
import { percentile } from "../lib/measure";
import { answer, now } from "../lib/worker";

export interface Latency {
  p50: number;
  p99: number;
  worst: number;
  /** Deliveries that were measured, and those that had not come when it was asked. */
  received: number;
  missing: number;
}

export interface ReaderQuestions {
  /** Opens one stream a cookie and answers when all have begun. */
  open: { ask: { url: string; cookies: string[] }; answer: number };
  /** Latencies from each commit to its arrival at every reader, in ms; forgets them. */
  latency: { ask: [number, number][]; answer: Latency };
  /** The last comment's lines as one reader got them. */
  sample: { ask: null; answer: string };
  close: { ask: null; answer: number };
}

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
let streams: IncomingMessage[] = [];
let arrivals = new Map<number, number[]>();
let sample = "";

const frame = /^id: \S*?(\d+)\n/gm;

function arrived(chunk: string): void {
  const at = now();
  for (const [, seq] of chunk.matchAll(frame)) {
    const times = arrivals.get(Number(seq));
    if (times) times.push(at);
    else arrivals.set(Number(seq), [at]);
  }
}

function open(url: string, cookie: string, first: boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie, accept: "text/event-stream" } }, (stream) => {
      if (stream.statusCode !== 200) return reject(new Error(`A stream was refused: ${stream.statusCode}.`));
      streams.push(stream);
      stream.setEncoding("latin1");
      stream.on("data", arrived);
      if (first) {
        stream.on("data", (chunk: string) => {
          if (chunk.startsWith("id: ")) sample = chunk;
        });
      }
      stream.on("error", () => {});
      resolve();
    }).on("error", reject);
  });
}

answer<ReaderQuestions>({
  async open({ url, cookies }) {
    // A few at a time: what is measured comes after all have begun.
    const waiting = [...cookies];
    const opening = async () => {
      for (let cookie = waiting.pop(); cookie !== undefined; cookie = waiting.pop()) {
        await open(url, cookie, streams.length === 0);
      }
    };
    await Promise.all(Array.from({ length: 16 }, opening));
    return streams.length;
  },
  async latency(commits) {
    const latencies: number[] = [];
    for (const [seq, committed] of commits) {
      for (const at of arrivals.get(seq) ?? []) latencies.push(at - committed);
    }
    arrivals = new Map();
    return {
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      worst: percentile(latencies, 1),
      received: latencies.length,
      missing: commits.length * streams.length - latencies.length,
    };
  },
  async sample() {
    return sample;
  },
  async close() {
    const { length } = streams;
    for (const stream of streams) stream.destroy();
    streams = [];
    arrivals = new Map();
    return length;
  },
});
