import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { type BrotliCompress, constants, createBrotliCompress, createGzip, type Gzip } from "node:zlib";

type Encoding = "br" | "gzip";
type Done = (error?: Error | null) => void;
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

const SMALLEST = 1024;
/** How long a piece of a page may wait for the next before it is sent. Milliseconds. */
const GATHER = 12;
const compressible =
  /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/;

/** The better of what the client takes; null when it takes neither. */
export function encodingFor(accepted: string | undefined): Encoding | null {
  const taken = new Set(
    (accepted ?? "")
      .split(",")
      .map((part) =>
        part
          .trim()
          .toLowerCase()
          .split(/\s*;\s*/),
      )
      .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
      .map(([name]) => name),
  );
  if (taken.has("br")) return "br";
  return taken.has("gzip") ? "gzip" : null;
}

/**
 * A page carries its text twice, as HTML and as the tree the browser takes over. The copies are further apart than the
 * 32 KB that gzip looks back on; in 4 MB brotli finds the first and writes next to nothing for the second.
 */
function coderFor(encoding: Encoding, type: string): BrotliCompress | Gzip {
  if (encoding === "gzip") return createGzip({ level: 6 });
  // Told of a large text it remembers longer strings, which finds the second copy; for an answer of a few KB it would
  // only cost memory.
  const isPage = type.startsWith("text/html") || type.startsWith("text/x-component");
  return createBrotliCompress({
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 6,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      ...(isPage && { [constants.BROTLI_PARAM_SIZE_HINT]: 2 ** 21 }),
    },
  });
}

function isWorthIt(res: ServerResponse, status: number): boolean {
  if (status === 204 || status === 206 || status === 304 || res.hasHeader("Content-Encoding")) return false;
  const length = res.getHeader("Content-Length");
  return length === undefined || Number(length) >= SMALLEST;
}

/** Marks the answer as encoded. A strong ETag would promise the same bytes under every encoding. */
function announceEncoding(res: ServerResponse, encoding: Encoding): void {
  res.setHeader("Content-Encoding", encoding);
  res.removeHeader("Content-Length");
  const tag = res.getHeader("ETag");
  if (typeof tag === "string" && !tag.startsWith("W/")) res.setHeader("ETag", `W/${tag}`);
}

type Chunk = string | Uint8Array | null;
type Plain = Pick<ServerResponse, "write" | "end">;

const sizeOf = (chunk: string | Uint8Array, text: BufferEncoding) =>
  typeof chunk === "string" ? Buffer.byteLength(chunk, text) : chunk.byteLength;

/** Headers as Node takes them: an object, or names and values in turn. */
function pairs(headers: Headers): [string, OutgoingHttpHeader][] {
  const all = Array.isArray(headers)
    ? headers.flatMap((name, index) => (index % 2 === 0 ? [[String(name), headers[index + 1]] as const] : []))
    : Object.entries(headers);
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** Joins a coder to the answer: what it makes is sent, and neither side runs ahead of a slow reader. */
function throughCoder<Coder extends BrotliCompress | Gzip>(
  coder: Coder,
  res: ServerResponse,
  plain: Plain,
): Coder {
  coder.on("data", (chunk: Buffer) => {
    if (plain.write(chunk)) return;
    coder.pause();
    res.once("drain", () => coder.resume());
  });
  coder.on("drain", () => res.emit("drain"));
  coder.on("end", () => plain.end());
  coder.on("error", (error) => res.destroy(error));
  res.once("close", () => coder.destroy());
  return coder;
}

/**
 * Sends what is written to `res` compressed, where its type gains by it and the client takes it. `res.flush()`, which
 * Next calls after each piece of a page, lets what has been written reach the browser.
 */
export function compress(req: IncomingMessage, res: ServerResponse): void {
  const encoding = encodingFor(req.headers["accept-encoding"]);
  const plain = {
    writeHead: res.writeHead.bind(res),
    write: res.write.bind(res),
    end: res.end.bind(res),
  };
  let coder: BrotliCompress | Gzip | null = null;
  let hasBody = true;
  let due: NodeJS.Timeout | undefined;

  const begin = (status: number) => {
    const type = String(res.getHeader("Content-Type") ?? "");
    if (!compressible.test(type)) return;
    res.appendHeader("Vary", "Accept-Encoding");
    if (!encoding || !hasBody || req.method === "HEAD" || !isWorthIt(res, status)) return;
    announceEncoding(res, encoding);
    coder = throughCoder(coderFor(encoding, type), res, plain);
  };

  const writeHead = (
    status: number,
    reasonOrHeaders?: string | Headers,
    headersAfterReason?: Headers,
  ): ServerResponse => {
    const reason = typeof reasonOrHeaders === "string" ? reasonOrHeaders : undefined;
    const headers = typeof reasonOrHeaders === "object" ? reasonOrHeaders : headersAfterReason;
    for (const [name, value] of headers ? pairs(headers) : []) res.setHeader(name, value);
    begin(status);
    return plain.writeHead(status, reason);
  };

  const write = (chunk: Chunk, encodingOrDone?: BufferEncoding | Done, done?: Done): boolean => {
    if (!res.headersSent) res.writeHead(res.statusCode);
    const into = coder ?? plain;
    return typeof encodingOrDone === "string"
      ? into.write(chunk, encodingOrDone, done)
      : into.write(chunk, encodingOrDone ?? done);
  };

  const end = (
    chunkOrDone?: Chunk | (() => void),
    encodingOrDone?: BufferEncoding | (() => void),
    done?: () => void,
  ): ServerResponse => {
    const last = [chunkOrDone, encodingOrDone, done].find((one) => typeof one === "function");
    const chunk = typeof chunkOrDone === "function" ? null : chunkOrDone;
    const text = typeof encodingOrDone === "string" ? encodingOrDone : "utf8";
    if (!res.headersSent) {
      hasBody = Boolean(chunk);
      if (chunk && !res.hasHeader("Content-Length")) res.setHeader("Content-Length", sizeOf(chunk, text));
      res.writeHead(res.statusCode);
    }
    if (!coder) return chunk ? plain.end(chunk, text, last) : plain.end(last);
    if (last) res.once("finish", last);
    clearTimeout(due);
    if (chunk) coder.write(chunk, text);
    coder.end();
    return res;
  };

  // Each flush costs what the coder had not made up its mind about: pieces that follow closely share one.
  const flush = () => {
    due ??= setTimeout(() => {
      due = undefined;
      if (!coder?.writableEnded) coder?.flush(encoding === "gzip" ? constants.Z_SYNC_FLUSH : undefined);
    }, GATHER);
  };
  Object.assign(res, { writeHead, write, end, flush });
}
