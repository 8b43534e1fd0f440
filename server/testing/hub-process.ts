import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Hub } from "@/server/realtime/hub";
import { openStream } from "@/server/realtime/stream";

// A process with nothing but the streams, for tests that kill it. It says its port on standard output and ends with
// the process that began it.
const hub = new Hub();
const server = createServer((req, res) => openStream(hub, req, res));
server.listen(Number(process.env.HUB_PORT ?? 0), "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});
process.stdin.on("end", () => process.exit(0)).resume();
