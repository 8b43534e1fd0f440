import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import type { Text } from "../data/text";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The text as the plainest page there is, for the peers to annotate. */
export const staticPage = (text: Text, head: string, foot = "") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text.title}</title>
<style>body{max-width:42rem;margin:2rem auto;font:1.1rem/1.6 serif}</style>${head}</head>
<body><article id="text">${text.paragraphs.map((paragraph) => `<p>${escaped(paragraph.text)}</p>`).join("")}</article>${foot}</body></html>`;

export interface Peer {
  address: string;
  stop: () => Promise<void>;
}

/** Serves on a free port of loopback. */
export async function serve(listener: RequestListener): Promise<Peer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
