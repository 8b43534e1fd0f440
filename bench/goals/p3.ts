import { sizesOf } from "../data/text";
import type { Bench, Line, Outcome } from "../lib/goal";
import { readerOf } from "../lib/reader";
import { kb } from "../lib/table";
import { type Request, trafficOf } from "../lib/traffic";

const COMMENTS = 5_000;
const GOAL = 1.2;
const REQUESTS = 3;

const bytes = (requests: Request[]) => requests.reduce((sum, request) => sum + request.bytes, 0);

const named = ({ method, url }: Request) => {
  const { pathname, searchParams } = new URL(url);
  return `${method} ${pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")}${searchParams.has("_rsc") ? " (prefetch)" : ""}`;
};

/** The requests by name, each once, with how often it was made. */
function counted(requests: Request[]): string {
  const times = new Map<string, number>();
  for (const request of requests) {
    const name = new URL(request.url).searchParams.has("_rsc") ? "prefetches" : named(request);
    times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times].map(([name, count]) => (count > 1 ? `${count} × ${name}` : name)).join(", ") || "none";
}

const same = (value: number) => ({ median: value, worst: value, all: [value] });

/** What travels to open a reading with 5,000 comments: the page and its data, without scripts, styles and fonts. */
async function run({ product, browser, say }: Bench): Promise<Outcome> {
  say("what travels");
  const { text } = product.course;
  const { url, cookie } = await readerOf(product, await product.course.reading(COMMENTS));
  const sizes = sizesOf(text);
  const traffic = await trafficOf(browser, url, cookie);
  const travelled = bytes(traffic.document) + bytes(traffic.data);
  const encoding = traffic.document[0]?.encoding || "none";
  const floor = encoding === "br" ? sizes.sent : sizes.gzip;
  const stream = traffic.stream.map(named).join(", ") || "none";
  const lines: Line[] = [
    {
      what: `page and data to open it, as sent (${encoding})`,
      ours: `${kb(travelled)} = ${kb(bytes(traffic.document))} + ${kb(bytes(traffic.data))}`,
      theirs: `the text alone, coded alike: ${kb(floor)}`,
      ratio: same(travelled / floor),
      goal: "≤ 1.2",
      met: travelled <= GOAL * floor,
    },
    {
      what: "the same, against the text at its smallest",
      ours: kb(travelled),
      theirs: `brotli 11 ${kb(sizes.brotli)}, gzip 9 ${kb(sizes.gzip)}`,
      ratio: same(travelled / sizes.brotli),
      goal: "–",
      met: null,
    },
    {
      what: "data requests (the stream not counted)",
      ours: `${traffic.data.length}: ${counted(traffic.data)}`,
      theirs: `stream: ${stream}`,
      ratio: null,
      goal: "≤ 3",
      met: traffic.data.length <= REQUESTS,
    },
  ];
  const of = (requests: Request[]) => requests.map((request) => ({ ...request, url: named(request) }));
  return {
    lines,
    rounds: {
      sizes,
      compressibility: { gzip: sizes.plain / sizes.gzip, brotli: sizes.plain / sizes.brotli },
      document: of(traffic.document),
      data: of(traffic.data),
      stream: of(traffic.stream),
      scriptsStylesFonts: bytes(traffic.rest),
    },
  };
}

export const p3 = { name: "P3", run };
