import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { bin, root } from "@/scripts/lib/paths.mjs";
import type { Bench, Outcome } from "../lib/goal";
import { ms } from "../lib/table";

/** A full run has ten thousand. */
const A_ROUND = 2_000;
const TEST = "server/commands/grade/interleavings.test.ts";

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    message: string;
    assertionResults: { status: string; duration?: number; failureMessages: string[] }[];
  }[];
}

function runTest(file: string, interleavings: number): Promise<void> {
  const args = [bin.vitest, "run", "--project=server", "--reporter=json", `--outputFile=${file}`, TEST];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, GLOSSA_INTERLEAVINGS: String(interleavings) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const stop = () => child.kill();
  process.once("exit", stop);
  return new Promise((resolve) =>
    child.once("close", () => {
      process.off("exit", stop);
      resolve();
    }),
  );
}

/**
 * Two to eight graders at once, in thousands of random orders, on a PostgreSQL of its own: the test that `npm test` runs
 * with fewer, which holds that no save is lost, whoever comes second is told both versions, histories replay to the
 * grades that stand, and nobody else's grade is touched.
 */
async function run({ rounds, say }: Bench): Promise<Outcome> {
  const interleavings = A_ROUND * rounds;
  const folder = mkdtempSync(path.join(tmpdir(), "glossa-r3-"));
  const file = path.join(folder, "report.json");
  try {
    say(`${interleavings} interleavings of graders`);
    const begun = performance.now();
    await runTest(file, interleavings);
    const took = performance.now() - begun;
    const report: Report = JSON.parse(readFileSync(file, "utf8"));
    const failures = report.testResults.flatMap(({ message, assertionResults }) => [
      ...(message ? [message] : []),
      ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
    ]);
    const held = report.numPassedTests > 0 && report.numFailedTests === 0 && failures.length === 0;
    return {
      lines: [
        {
          what: `${interleavings.toLocaleString("en")} interleavings of 2–8 graders: saves overwritten silently, losers not told, histories that do not replay, other students' grades touched`,
          ours: held ? `0, 0, 0, 0; ${ms(took)}` : `it failed after ${ms(took)}`,
          theirs: "–",
          ratio: null,
          goal: "0, 0, 0, 0",
          met: held,
        },
      ],
      rounds: { interleavings, took, failures: failures.map((each) => each.slice(0, 2_000)) },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const r3 = { name: "R3", run };
