import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MadeComment } from "../data/comments";
import type { Text } from "../data/text";
import { type Peer, serve, staticPage } from "./page";

const build = fileURLToPath(new URL("build", import.meta.resolve("hypothesis/package.json")));
const types: Record<string, string> = {
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".json": "application/json",
};

const script = (config: object, source: string) =>
  `<script type="application/json" class="js-hypothesis-config">${JSON.stringify(config)}</script><script src="${source}"></script>`;

/** The pages of the service that the client names in its menus. */
const pages = {
  "account.settings": "account",
  "forgot-password": "forgotten",
  "groups.new": "groups/new",
  "search.tag": "search?q=tag::tag",
  signup: "signup",
  user: "users/:user",
};

/** A comment as Hypothesis' API gives it, with the three selectors its client itself makes. */
function annotationOf(comment: MadeComment, before: number, page: string) {
  const { id, parentId, threadId, paragraph, start, end, quote, prefix, suffix, body, at, author } = comment;
  const xpath = `/article[1]/p[${paragraph + 1}]`;
  const selector = [
    { type: "RangeSelector", startContainer: xpath, startOffset: start, endContainer: xpath, endOffset: end },
    { type: "TextPositionSelector", start: before + start, end: before + end },
    { type: "TextQuoteSelector", exact: quote, prefix, suffix },
  ];
  return {
    id,
    created: at.toISOString(),
    updated: at.toISOString(),
    user: `acct:reader${author}@bench.test`,
    user_info: { display_name: `Reader ${author}` },
    uri: page,
    text: body,
    tags: [],
    group: "__world__",
    permissions: { read: ["group:__world__"], update: [], delete: [], admin: [] },
    target: parentId ? [{ source: page }] : [{ source: page, selector }],
    document: { title: ["On Borders and Ledgers"] },
    links: { html: page, incontext: page, json: page },
    flagged: false,
    hidden: false,
    ...(parentId ? { references: [...new Set([threadId, parentId])] } : {}),
  };
}

/** Says, in the page, that each of the annotations has its highlight. */
export const hypothesisIsPainted = (roots: number) => `(() => {
  const marks = document.getElementsByTagName("hypothesis-highlight");
  if (marks.length < ${roots}) return false;
  const found = new Set();
  for (const mark of marks) if (mark._annotation) found.add(mark._annotation.$tag);
  return found.size >= ${roots};
})()`;

/** The Hypothesis client as published, on the plainest page, with as much of its API on loopback as it asks for. */
export async function startHypothesis(text: Text, comments: MadeComment[]): Promise<Peer> {
  let address = "";
  let length = 0;
  const before = text.paragraphs.map((paragraph) => {
    const start = length;
    length += paragraph.text.length;
    return start;
  });
  // The client counts in the text of the body, where nothing stands before the first paragraph.
  let rows: ReturnType<typeof annotationOf>[] = [];
  const world = {
    id: "__world__",
    groupid: "__world__",
    name: "Public",
    public: true,
    scoped: false,
    type: "open",
    links: {},
  };
  const links = () => {
    const to = (route: string, method = "GET") => ({ method, url: `${address}/api/${route}`, desc: route });
    return {
      links: to("links"),
      search: to("search"),
      groups: { read: to("groups") },
      group: { read: to("groups/:id"), members: { read: to("groups/:id/members") } },
      profile: {
        read: to("profile"),
        groups: { read: to("profile/groups") },
        update: to("profile", "PATCH"),
      },
      annotation: { read: to("annotations/:id"), create: to("annotations", "POST") },
    };
  };
  const search = (query: URLSearchParams) => {
    const after = query.get("search_after");
    const from = after ? rows.findIndex((row) => row.created > after) : 0;
    const limit = Number(query.get("limit") ?? 20);
    return { total: rows.length, rows: from < 0 ? [] : rows.slice(from, from + limit) };
  };
  const api: Record<string, (query: URLSearchParams) => unknown> = {
    "": () => ({ links: links() }),
    links: () =>
      Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, `${address}/${page}`])),
    search,
    groups: () => [world],
    profile: () => ({
      userid: null,
      authority: "bench.test",
      features: {},
      preferences: {},
      groups: [world],
    }),
    "profile/groups": () => [world],
  };

  const peer = await serve((request, response) => {
    const url = new URL(request.url ?? "/", address);
    const send = (body: string | Buffer, type: string, status = 200) =>
      response.writeHead(status, { "content-type": type, "access-control-allow-origin": "*" }).end(body);
    if (url.pathname === "/") return send(page, "text/html; charset=utf-8");
    if (url.pathname === "/app.html") return send(app, "text/html; charset=utf-8");
    if (url.pathname.startsWith("/api/")) {
      const answer = api[url.pathname.slice("/api/".length)];
      return answer
        ? send(JSON.stringify(answer(url.searchParams)), "application/json")
        : send("{}", "application/json", 404);
    }
    try {
      const file = path.join(build, path.normalize(url.pathname.replace(/^\/build\//, "/")));
      return send(readFileSync(file), types[path.extname(file)] ?? "application/octet-stream");
    } catch {
      return send("", "text/plain", 404);
    }
  });
  address = peer.address;
  const assets = { assetRoot: `${address}/` };
  const shown = { showHighlights: "always", sidebarAppUrl: `${address}/app.html`, openSidebar: false };
  const boot = `${address}/build/boot.js`;
  const page = staticPage(text, "", script({ ...assets, ...shown }, boot));
  const app = `<!doctype html><html><head><meta charset="utf-8"></head><body><hypothesis-app></hypothesis-app>${script(
    { ...assets, apiUrl: `${address}/api/` },
    boot,
  )}</body></html>`;
  rows = comments.map((comment) => annotationOf(comment, before[comment.paragraph] ?? 0, `${address}/`));
  return peer;
}
