import superjson from "superjson";
import { v7 as uuidv7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/server/adapters/db";
import type { SessionClaim } from "@/server/queries/course-access";
import { today } from "@/server/testing/cast";
import { harmless, undo } from "@/server/testing/matrix/again";
import { call, outcomeOf, procedures } from "@/server/testing/matrix/call";
import { hostile } from "@/server/testing/matrix/hostile";
import { leavesOf, withValue } from "@/server/testing/matrix/paths";
import { claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { table } from "@/server/testing/matrix/table";
import { handleApiRequest } from "./http";

// What the cookie claims is next-auth's to read, within a request of Next's.
const session = vi.hoisted(() => ({ claim: null as SessionClaim | null }));
vi.mock("./session", () => ({ addressOf: () => "192.0.2.1", sessionClaim: async () => session.claim }));

let scene: Scene;
beforeAll(async () => {
  scene = await makeScene();
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: today });
  session.claim = { userId: scene.liming.userId, sessionVersion: 1 };
});

const site = "http://glossa.test";

interface Answer {
  status: number;
  body: unknown;
}

async function send(
  name: string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await handleApiRequest(
    new Request(`${site}/api/trpc/${name}`, {
      method: "POST",
      headers: { host: "glossa.test", "content-type": "application/json", ...headers },
      body,
    }),
  );
  return { status: answer.status, body: await answer.json() };
}

const comment = (what: object = {}) => ({
  courseId: scene.courseId,
  comment: {
    id: uuidv7(),
    readingId: scene.readingId,
    paragraphId: scene.paragraphIds[0] ?? null,
    passage: null,
    signal: null,
    audience: "group",
    body: "What is said here?",
    ...what,
  },
});

const post = (input: unknown, headers: Record<string, string> = {}) =>
  send("comment.post", superjson.stringify(input), headers);

const errorOf = (answer: Answer) => ({ status: answer.status, error: JSON.stringify(answer.body) });

describe("over HTTP", () => {
  it("takes an honest request", async () => {
    expect((await post(comment())).status).toBe(200);
  });

  it("keeps one row of a form that is sent twice, one after the other or at once", async () => {
    const input = comment();
    const answers = await Promise.all([post(input), post(input)]);
    answers.push(await post(input));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await db().comment.count({ where: { id: input.comment.id } })).toBe(1);
    expect(await db().event.count({ where: { subjectId: input.comment.id } })).toBe(1);
  });

  it.each([
    ["nothing", ""],
    ["half an object", '{"json":{"courseId":'],
    ["no JSON at all", "courseId=1&body=hello"],
    ["a number", "1"],
    ["null", "null"],
    ["a list", "[]"],
    ["arrays ten thousand deep", `{"json":${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
    ["objects ten thousand deep", `{"json":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}}`],
    ["a prototype as a key", '{"json":{"__proto__":{"courseId":"x"},"constructor":{"prototype":{}}}}'],
    ["a prototype in the types", '{"json":{},"meta":{"values":{"__proto__.polluted":["Date"]}}}'],
    ["types that are none", '{"json":{"a":1},"meta":{"values":{"a":["Map"],"b":["nonsense"]}}}'],
    ["bytes that are no text", new Uint8Array([0xff, 0xfe, 0x00, 0xc3, 0x28])],
  ])("refuses %s as a bad request", async (_what, body) => {
    const answer = await send("comment.post", body);
    expect(errorOf(answer)).toMatchObject({ status: 400 });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it.each(["text/plain", "application/xml", "multipart/form-data; boundary=x", ""])(
    "refuses the content type “%s”",
    async (type) => {
      const answer = await post(comment(), { "content-type": type });
      expect([400, 415]).toContain(answer.status);
    },
  );

  it("refuses twenty megabytes with the limit, said in advance or not", async () => {
    const body = "x".repeat(20 * 1024 * 1024);
    const refused = { status: 413, body: { error: { json: { data: { refusal: { code: "too-large" } } } } } };
    expect(await send("comment.post", body)).toMatchObject(refused);
    expect(await send("comment.post", null, { "content-length": String(body.length) })).toMatchObject(
      refused,
    );
  });

  it.each<Record<string, string>>([
    { origin: "https://elsewhere.test" },
    { origin: "null" },
    { origin: "not an origin" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "cross-site", origin: site },
  ])("refuses a write from %j", async (headers) => {
    const input = comment();
    expect((await post(input, headers)).status).toBe(403);
    expect(await db().comment.count({ where: { id: input.comment.id } })).toBe(0);
  });

  it.each<Record<string, string>>([{ origin: site }, { "sec-fetch-site": "same-origin", origin: site }])(
    "takes a write from %j",
    async (headers) => {
      expect((await post(comment(), headers)).status).toBe(200);
    },
  );

  it("does not write for a GET", async () => {
    const input = comment();
    const query = encodeURIComponent(superjson.stringify(input));
    const answer = await handleApiRequest(new Request(`${site}/api/trpc/comment.post?input=${query}`));
    expect(answer.status).toBe(405);
    expect(await db().comment.count({ where: { id: input.comment.id } })).toBe(0);
  });

  it.each(["nothing.here", "__proto__", "constructor", "comment", "comment.post.call", "%00", "%E0%A4%A"])(
    "finds no procedure called %s",
    async (name) => {
      const { status } = await send(name, superjson.stringify(comment()));
      expect([400, 404]).toContain(status);
    },
  );

  it("says nothing of the inside of the server", async () => {
    const answer = await send("comment.post", '{"json":{"courseId":');
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|at .*\.ts|prisma|SELECT/i);
  });

  it("refuses a comment of half a million letters as a bad request", async () => {
    expect((await post(comment({ body: "x".repeat(500_000) }))).status).toBe(400);
  });

  it("keeps text without NUL and without half a letter", async () => {
    const input = comment({ body: "one\u0000two \ud800 three \udc00" });
    expect((await post(input)).status).toBe(200);
    const kept = await db().comment.findUniqueOrThrow({ where: { id: input.comment.id } });
    expect(kept.body).toMatch(/^onetwo . three .$/u);
    expect(kept.body.isWellFormed()).toBe(true);
  });
});

describe("a file", () => {
  it.each(["\u0000.txt", "a\ud800.md", "../../etc/passwd.txt", "CON.txt", `${"n".repeat(490)}.txt`, " .md"])(
    "may be called %j",
    async (name) => {
      const from = { kind: "file" as const, name, bytes: Buffer.from("Some words.").toString("base64") };
      const input = { courseId: scene.courseId, id: uuidv7(), from };
      const claim = claimOf(scene, scene, "instructor");
      expect(await outcomeOf(call(claim, "source.import", input))).toBe("ok");
      const kept = await db().sourceVersion.findFirstOrThrow({ where: { sourceId: input.id } });
      expect(kept.title).not.toBe("");
    },
  );
});

describe("every field of every procedure", () => {
  const expected = [
    "ok",
    "BAD_REQUEST",
    "UNAUTHORIZED",
    "NOT_FOUND",
    "FORBIDDEN",
    "CONFLICT",
    "TOO_MANY_REQUESTS",
    "PAYLOAD_TOO_LARGE",
  ];

  async function asNew(name: string, used: Scene): Promise<Scene> {
    const restore = undo[name];
    if (!restore) return makeScene();
    await restore(used);
    return used;
  }

  it.each(procedures)("$name", { timeout: 120_000 }, async ({ name, type }) => {
    const entry = table[name];
    const at = entry?.outcomes.indexOf("ok", 1) ?? 1;
    const caller = at === 3 ? "ada" : "instructor";
    const surprises: string[] = [];
    const changes = type === "mutation" && !harmless.includes(name);
    let own = changes ? await makeScene() : scene;
    const fields = leavesOf(entry?.input(own) ?? {}).length;
    for (let field = 0; field < fields; field++) {
      for (const [what, value] of hostile) {
        const sent = entry?.input(own);
        const path = leavesOf(sent)[field]?.path ?? [];
        const outcome = await outcomeOf(call(claimOf(own, own, caller), name, withValue(sent, path, value)));
        if (!expected.includes(outcome)) surprises.push(`${path.join(".")} · ${what}: ${outcome}`);
        if (outcome === "ok" && changes) own = await asNew(name, own);
      }
    }
    expect(surprises).toEqual([]);
    // Through all that, what is honest is still taken, or would be if it had not been tried so often.
    const honest = await outcomeOf(call(claimOf(own, own, caller), name, entry?.input(own)));
    expect(["ok", "TOO_MANY_REQUESTS"]).toContain(honest);
  });
});
