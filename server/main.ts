import { createServer } from "node:http";
import next from "next";
import { disconnect } from "@/server/adapters/db";
import { settings } from "@/server/adapters/settings";
import { isReadable } from "@/server/front/address";
import { compress } from "@/server/front/compression";
import { setSecurityPolicy } from "@/server/front/security-policy";
import { startJobs } from "@/server/jobs/worker";
import { Hub } from "@/server/realtime/hub";
import { openStream } from "@/server/realtime/stream";

const PATIENCE = 8_000;

const { HOST: hostname, PORT: port, GLOSSA_JOBS: doesJobs } = settings();
const dev = process.env.NODE_ENV === "development";

const server = createServer();
// Next answers the development server's web socket through `httpServer`.
const app = next({ dev, hostname, port, httpServer: server, turbopack: true });
await app.prepare();
const pages = app.getRequestHandler();
const hub = new Hub();
const jobs = doesJobs ? startJobs() : undefined;
const isStream = /^\/api\/stream(\?|$)/;

server.on("request", async (req, res) => {
  try {
    setSecurityPolicy(req, res, dev);
    if (isStream.test(req.url ?? "")) return await openStream(hub, req, res);
    if (!isReadable(req.url ?? "")) {
      res.statusCode = 400;
      res.end();
      return;
    }
    compress(req, res);
    await pages(req, res);
  } catch (error) {
    console.error("request failed", req.url, error);
    if (res.headersSent) return res.destroy();
    res.statusCode = 500;
    res.end();
  }
});

// Longer than a proxy or a browser keeps an idle connection: a request must not meet one that is being closed.
server.keepAliveTimeout = 75_000;
server.headersTimeout = 80_000;

server.on("error", (error) => {
  console.error("the server cannot listen", error);
  process.exit(1);
});
server.listen(port, hostname);

/** Answers what has been asked, takes nothing new, and gives up waiting after a while. */
async function stop(): Promise<void> {
  setTimeout(() => process.exit(0), PATIENCE).unref();
  const closed = new Promise((resolve) => server.close(resolve));
  await Promise.all([hub.stop(), jobs?.stop()]);
  server.closeIdleConnections();
  if (dev) server.closeAllConnections();
  await closed;
  await Promise.allSettled([app.close(), disconnect()]);
  process.exit(0);
}

for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, stop);
