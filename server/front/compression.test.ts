import { once } from "node:events";
import { createServer, get, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { compress, encodingFor } from "./compression";

type Answer = (res: ServerResponse & { flush?: () => void }) => unknown;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function ask(answer: Answer, accepted = "gzip, deflate, br", method = "GET"): Promise<IncomingMessage> {
  const server = createServer((req, res) => {
    compress(req, res);
    answer(res);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const request = get({ port, host: "127.0.0.1", method, headers: { "accept-encoding": accepted } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  return response;
}

const bytes = async (answer: IncomingMessage) => Buffer.concat(await answer.toArray());
const words = "What does it mean that a text travels twice? ".repeat(200);

const page: Answer = (res) => {
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  res.end(words);
};

describe("encodingFor", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip;q=0.5", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["gzip;q=0.0", null],
    ["identity", null],
    [undefined, null],
  ] as const)("%s: %s", (accepted, expected) => expect(encodingFor(accepted)).toBe(expected));
});

describe("compress", () => {
  it("sends brotli, gzip or the plain text, as the client takes it", async () => {
    const brotli = await ask(page);
    expect(brotli.headers).toMatchObject({ "content-encoding": "br", vary: "Accept-Encoding" });
    expect(brotliDecompressSync(await bytes(brotli)).toString()).toBe(words);
    const gzip = await ask(page, "gzip");
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(await bytes(gzip)).toString()).toBe(words);
    const plain = await ask(page, "");
    expect(plain.headers["content-encoding"]).toBeUndefined();
    expect((await bytes(plain)).toString()).toBe(words);
  });

  it("leaves alone what gains nothing by it", async () => {
    const types = ["text/event-stream", "font/woff2", "image/png"];
    for (const type of types) {
      const answer = await ask((res) => res.writeHead(200, { "Content-Type": type }).end(words));
      expect(answer.headers["content-encoding"]).toBeUndefined();
      expect((await bytes(answer)).toString()).toBe(words);
    }
    const short = await ask((res) => res.setHeader("Content-Type", "text/html").end("short"));
    expect((await bytes(short)).toString()).toBe("short");
    const nothing = await ask((res) => res.writeHead(204, { "Content-Type": "text/html" }).end());
    expect(nothing.headers["content-encoding"]).toBeUndefined();
    const head = await ask(page, "br", "HEAD");
    expect(await bytes(head)).toHaveLength(0);
    const empty = await ask((res) => res.setHeader("Content-Type", "text/html").end());
    expect(await bytes(empty)).toHaveLength(0);
  });

  it("corrects the headers that spoke of the plain text", async () => {
    const answer = await ask((res) => {
      res.writeHead(200, "Fine", {
        "Content-Type": "application/json",
        "Content-Length": Buffer.byteLength(words),
        ETag: '"1"',
        Vary: "RSC",
      });
      res.end(words);
    });
    expect(answer.statusMessage).toBe("Fine");
    expect(answer.headers).toMatchObject({ etag: 'W/"1"', vary: "RSC, Accept-Encoding" });
    expect(answer.headers["content-length"]).toBeUndefined();
    expect(brotliDecompressSync(await bytes(answer)).toString()).toBe(words);
  });

  it.each(["br", "gzip"])(
    "lets the first part of a page arrive before the last is known (%s)",
    async (accepted) => {
      let finish = () => {};
      const answer = await ask((res) => {
        res.setHeader("Content-Type", "text/html");
        res.flushHeaders();
        res.write("<p>first");
        res.flush?.();
        finish = () => res.end("<p>last");
      }, accepted);
      // Before the last is written: it would wait for ever.
      await once(answer, "readable");
      finish();
      const body = await bytes(answer);
      const plain = accepted === "br" ? brotliDecompressSync(body) : gunzipSync(body);
      expect(plain.toString()).toBe("<p>first<p>last");
    },
  );

  it("waits for a slow reader instead of keeping everything for it", async () => {
    const piece = Buffer.from(Array.from({ length: 64 * 1024 }, () => Math.floor(Math.random() * 256)));
    let waited = 0;
    const answer = await ask(async (res) => {
      res.setHeader("Content-Type", "text/plain");
      for (let sent = 0; sent < 200; sent++) {
        if (res.write(piece)) continue;
        waited += 1;
        await once(res, "drain");
      }
      res.end();
    });
    const body = brotliDecompressSync(await bytes(answer));
    expect(body.byteLength).toBe(200 * piece.byteLength);
    expect(waited).toBeGreaterThan(0);
  });
});
