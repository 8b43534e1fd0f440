import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { answer } from "../lib/worker";

export interface PlainQuestions {
  /** Serves these lines, each time with the number that was told; answers with its address. */
  serve: { ask: string; answer: string };
}

/** The floor: a server that writes what it is told to everybody, knows nobody and asks nothing. */
answer<PlainQuestions>({
  async serve(lines) {
    const open = new Set<ServerResponse>();
    const listener = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await listener.connect();
    await listener.query("LISTEN bench_plain");
    listener.on("notification", ({ payload }) => {
      const told = lines.replace(/^id: .*$/m, `id: room:${payload}`);
      for (const response of open) response.write(told);
    });
    const server = createServer((_request, response) => {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      response.flushHeaders();
      open.add(response);
      response.on("close", () => open.delete(response));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", 4_096, resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  },
});
