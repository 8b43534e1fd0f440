import pg from "pg";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { call, procedures } from "@/server/testing/matrix/call";
import { fill } from "@/server/testing/matrix/fill";
import { type Caller, callers, claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { table } from "@/server/testing/matrix/table";

/** The most statements that a page's query sends, the one that proves who asks among them. */
const MOST = 6;
/** Where it is fewer: what leads to the next student, and what is asked again and again while one grades. */
const fewer: Record<string, number> = { "grade.toGrade": 2, "grade.next": 4, "grade.ofStudent": 3 };

let small: Scene;
let large: Scene;
beforeAll(async () => {
  small = await makeScene();
  await fill(small, 10);
  large = await makeScene();
  await fill(large, 200);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many statements a call sends to the database. */
async function statements(scene: Scene, caller: Caller, name: string): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  await call(claimOf(scene, scene, caller), name, table[name]?.input(scene));
  const sent = spy.mock.calls.map((sentTo) => {
    const first: unknown = sentTo[0];
    return typeof first === "string" ? first : String(Reflect.get(Object(first), "text"));
  });
  spy.mockRestore();
  return sent;
}

const queries = procedures.filter(({ type }) => type === "query").map(({ name }) => name);
const answered = queries.flatMap((name) => {
  const outcomes = table[name]?.outcomes ?? [];
  return callers
    .filter((caller, at) => outcomes[at] === "ok" && ["instructor", "ada", "observer"].includes(caller))
    .map((caller) => ({ name, caller }));
});

describe("a query sends as many statements for two hundred rows as for ten", () => {
  it("for every query", () => {
    expect([...new Set(answered.map(({ name }) => name))].sort()).toEqual([...queries].sort());
  });

  it.each(answered)("$name, $caller", async ({ name, caller }) => {
    const few = await statements(small, caller, name);
    const many = await statements(large, caller, name);
    expect(many.length, many.join("\n")).toBe(few.length);
    expect(many.length, many.join("\n")).toBeLessThanOrEqual(fewer[name] ?? MOST);
  });
});
