import { readdirSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { harmless } from "@/server/testing/matrix/again";
import { call, outcomeOf, procedures } from "@/server/testing/matrix/call";
import { digest } from "@/server/testing/matrix/digest";
import { idsIn, withValue } from "@/server/testing/matrix/paths";
import { type Caller, callers, claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { table } from "@/server/testing/matrix/table";

let elsewhere: Scene;
let shared: Scene;
beforeAll(async () => {
  elsewhere = await makeScene();
  shared = await makeScene();
});

const typeOf = (name: string) => procedures.find((procedure) => procedure.name === name)?.type;
const entries = Object.entries(table).map(([name, entry]) => ({ name, ...entry }));

describe("the matrix", () => {
  it("has a line for every procedure, and none for what is gone", () => {
    expect(Object.keys(table).sort()).toEqual(procedures.map(({ name }) => name).sort());
  });
});

describe("procedure × caller", () => {
  it.each(entries)("$name", async ({ name, outcomes, input }) => {
    const answered: Record<string, string> = {};
    const writes = typeOf(name) === "mutation" && !harmless.includes(name);
    const ask = async (scene: Scene, other: Scene, caller: Caller) => {
      answered[caller] = await outcomeOf(call(claimOf(scene, other, caller), name, input(scene)));
    };
    const allowed = callers.filter((_caller, at) => outcomes[at] === "ok");
    const refused = callers.filter((_caller, at) => outcomes[at] !== "ok");
    const before = await digest();
    for (const caller of refused) await ask(shared, elsewhere, caller);
    expect(await digest()).toEqual(before);
    for (const caller of allowed) {
      const scene = writes ? await makeScene() : shared;
      await ask(scene, writes && caller === "outsider" ? await makeScene() : elsewhere, caller);
    }
    const expected = Object.fromEntries(callers.map((caller, at) => [caller, outcomes[at]]));
    expect(answered).toEqual(expected);
  });
});

describe("another course's ids", () => {
  it.each(entries)("$name", async ({ name, outcomes, input, foreign }) => {
    const known = JSON.stringify(shared);
    const sent = input(shared);
    // The same fields in the same order; what is made anew at each call is nobody's yet.
    const theirs = idsIn(input(elsewhere));
    const caller = callers.find((_caller, at) => outcomes[at] === "ok") ?? "instructor";
    const claim = claimOf(shared, elsewhere, caller);
    const before = await digest();
    for (const [index, { path: way, value }] of idsIn(sent).entries()) {
      if (!known.includes(value)) continue;
      const at = way.join(".");
      const outcome = await outcomeOf(call(claim, name, withValue(sent, way, theirs[index]?.value)));
      expect({ [at]: outcome }).toEqual({ [at]: foreign[at] ?? "NOT_FOUND" });
    }
    expect(await digest()).toEqual(before);
  });
});

/** Every address under /api, the methods it answers to, and who may call it. */
const routes: Record<string, { methods: string[]; signedOut: number | "matrix" | "next-auth" | "by token" }> =
  {
    "app/api/auth/[...nextauth]/route.ts": { methods: ["GET", "POST"], signedOut: "next-auth" },
    "app/api/health/route.ts": { methods: ["GET"], signedOut: 200 },
    "app/api/ready/route.ts": { methods: ["GET"], signedOut: 200 },
    "app/api/trpc/[trpc]/route.ts": { methods: ["GET", "POST"], signedOut: "matrix" },
    "app/api/unsubscribe/route.ts": { methods: ["POST"], signedOut: "by token" },
  };

describe("HTTP routes", () => {
  it("are all listed here", () => {
    const files = readdirSync("app", { recursive: true, encoding: "utf8" })
      .filter((file) => /^route\.tsx?$/.test(path.basename(file)))
      .map((file) => `app/${file}`);
    expect(files.sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(Object.entries(routes))("%s", async (file, { methods, signedOut }) => {
    const route: Record<string, unknown> = await import(/* @vite-ignore */ path.resolve(file));
    const verbs = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    expect(
      Object.keys(route)
        .filter((name) => verbs.includes(name))
        .sort(),
    ).toEqual(methods);
    if (typeof signedOut !== "number") return;
    const answer = await (route.GET as () => Promise<Response>)();
    expect(answer.status).toBe(signedOut);
  });
});
