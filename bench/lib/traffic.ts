import type { Browser, CDPSession } from "@playwright/test";
import { newContext } from "./browser";

/** How long nothing may travel before the page counts as open, in ms. */
const QUIET = 1_500;
const PATIENCE = 30_000;

export interface Request {
  method: string;
  url: string;
  /** Document, Fetch, XHR, Script, Stylesheet, Font, EventSource… as the browser calls it. */
  type: string;
  mime: string;
  encoding: string;
  /** Bytes that travelled, headers included. */
  bytes: number;
}

const isStream = ({ type, mime, url }: Request) =>
  type === "EventSource" || mime === "text/event-stream" || new URL(url).pathname === "/api/stream";

/** Everything that travels until the page is quiet, in the order in which it was asked for. */
async function recorded(session: CDPSession, go: () => Promise<void>): Promise<Request[]> {
  const requests = new Map<string, Request>();
  const underWay = new Set<string>();
  let last = Date.now();
  session.on("Network.requestWillBeSent", ({ requestId, request, type }) => {
    last = Date.now();
    underWay.add(requestId);
    const { method, url } = request;
    requests.set(requestId, { method, url, type: type ?? "Other", mime: "", encoding: "", bytes: 0 });
  });
  session.on("Network.responseReceived", ({ requestId, response }) => {
    last = Date.now();
    const known = requests.get(requestId);
    if (!known) return;
    known.mime = response.mimeType;
    known.encoding = response.headers["content-encoding"] ?? response.headers["Content-Encoding"] ?? "";
    if (isStream(known)) underWay.delete(requestId);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    last = Date.now();
    underWay.delete(requestId);
    const known = requests.get(requestId);
    if (known) known.bytes = encodedDataLength;
  });
  session.on("Network.loadingFailed", ({ requestId }) => underWay.delete(requestId));
  await session.send("Network.enable");
  await go();
  const begun = Date.now();
  while ((underWay.size > 0 || Date.now() - last < QUIET) && Date.now() - begun < PATIENCE) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return [...requests.values()];
}

export interface Traffic {
  document: Request[];
  /** Fetch and XHR, the stream left out. */
  data: Request[];
  stream: Request[];
  /** Scripts, styles, fonts, images. */
  rest: Request[];
}

/** What travels when somebody opens `url` with an empty cache. */
export async function trafficOf(browser: Browser, url: string, cookie: string): Promise<Traffic> {
  const context = await newContext(browser, url, cookie);
  try {
    const page = await context.newPage();
    const all = await recorded(await context.newCDPSession(page), async () => {
      await page.goto(url);
    });
    const kinds: Traffic = { document: [], data: [], stream: [], rest: [] };
    for (const request of all) {
      if (isStream(request)) kinds.stream.push(request);
      else if (request.type === "Document") kinds.document.push(request);
      else if (request.type === "Fetch" || request.type === "XHR") kinds.data.push(request);
      else kinds.rest.push(request);
    }
    return kinds;
  } finally {
    await context.close();
  }
}
