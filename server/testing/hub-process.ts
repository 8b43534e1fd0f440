import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Hub } from "@/server/realtime/hub";
import { openStream } from "@/server/realtime/stream";

// A server of its own with nothing but the streams, for tests that kill it. It says its port on standard output.
const hub = new Hub();
const server = createServer((req, res) => openStream(hub, req, res));
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});
