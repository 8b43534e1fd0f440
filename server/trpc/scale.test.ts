import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { pool } from "@/server/adapters/db";
import { call, procedures } from "@/server/testing/matrix/call";
import { fill } from "@/server/testing/matrix/fill";
import { gradeBlind } from "@/server/testing/matrix/fill-grading";
import { callers, claimOf, makeScene, type Scene } from "@/server/testing/matrix/scene";
import { table } from "@/server/testing/matrix/table";

/** As a query may send, the one that proves who asks among them. */
const MOST = 6;
const FEW = 10;
const MANY = 60;

let small: Scene;
let large: Scene;
beforeAll(async () => {
  small = await makeScene();
  await fill(small, FEW);
  large = await makeScene();
  await fill(large, MANY);
});

async function statements(scene: Scene, name: string, input: unknown): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await call(claimOf(scene, scene, "instructor"), name, input);
  const sent = query.mock.calls.map(([first]: unknown[]) =>
    typeof first === "string" ? first : String(Reflect.get(Object(first), "text")),
  );
  query.mockRestore();
  return sent;
}

/** What staff see grows with the students of a course in every one of these. */
const grown = [
  "Alias",
  "Assignment",
  "Category",
  "Citation",
  "Comment",
  "Evidence",
  "Event",
  "Extension",
  "Grade",
  "GradeMark",
  "GradeRemark",
  "GradeRequest",
  "GradeVersion",
  "GraderShare",
  "Group",
  "GroupMember",
  "Membership",
  "Notification",
  "Phrase",
  "ReadingPlace",
  "Response",
  "Rubric",
  "Section",
  "Unmasking",
];

describe("a course of sixty students costs staff as many statements as one of ten", () => {
  // These answer a question like a query, and take a draft or a file along.
  it.each(["assignment.effects", "gradebook.preview"])("for what %s finds", async (name) => {
    const few = await statements(small, name, table[name]?.input(small));
    const many = await statements(large, name, table[name]?.input(large));
    expect(many.length, many.join("\n")).toBe(few.length);
    expect(many.length, many.join("\n")).toBeLessThanOrEqual(MOST);
  });

  describe("while the assignment is graded without names", () => {
    const keys = new Map<Scene, Map<string, string>>();
    beforeAll(async () => {
      for (const scene of [small, large]) keys.set(scene, await gradeBlind(scene));
    });

    /** What is sent for a student goes by the alias, as everything does that staff are told meanwhile. */
    function keyed(scene: Scene, name: string): unknown {
      const input = table[name]?.input(scene);
      if (typeof input !== "object" || input === null || !("studentId" in input)) return input;
      return { ...input, studentId: keys.get(scene)?.get(String(input.studentId)) };
    }

    const asked = procedures
      .filter(
        ({ type, name }) => type === "query" && table[name]?.outcomes[callers.indexOf("instructor")] === "ok",
      )
      .map(({ name }) => name);

    it.each(asked)("for %s", async (name) => {
      const few = await statements(small, name, keyed(small, name));
      const many = await statements(large, name, keyed(large, name));
      expect(many.length, many.join("\n")).toBe(few.length);
    });

    it.each(grown)("which has that many more of %s", async (name) => {
      const { rows } = await pool().query<{ courseId: string; count: number }>(
        `SELECT "courseId", count(*)::int AS count FROM "${name}" WHERE "courseId" = ANY($1) GROUP BY "courseId"`,
        [[small.courseId, large.courseId]],
      );
      const of = (scene: Scene) => rows.find(({ courseId }) => courseId === scene.courseId)?.count ?? 0;
      expect(of(large) - of(small)).toBeGreaterThanOrEqual(MANY - FEW);
    });
  });
});
