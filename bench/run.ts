import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { root } from "@/scripts/lib/paths.mjs";
import { Refusal, report } from "@/scripts/lib/say.mjs";
import { g1 } from "./goals/g1";
import { m1 } from "./goals/m1";
import { m2 } from "./goals/m2";
import { p1 } from "./goals/p1";
import { p2 } from "./goals/p2";
import { p3 } from "./goals/p3";
import { p4 } from "./goals/p4";
import { p5 } from "./goals/p5";
import { p6 } from "./goals/p6";
import { p8 } from "./goals/p8";
import { p10 } from "./goals/p10";
import { r3 } from "./goals/r3";
import { startBrowser } from "./lib/browser";
import type { Bench, Goal } from "./lib/goal";
import { startProduct } from "./lib/product";
import { type NamedLine, table } from "./lib/table";

const goals: Goal[] = [p1, p2, p3, p4, p5, p6, p8, p10, m1, m2, g1, r3];
const ROUNDS = 5;
const QUICK = 2;

function chosenFrom(args: string[]): Goal[] {
  const names = args.filter((arg) => !arg.startsWith("--")).map((arg) => arg.toUpperCase());
  const unknown = names.find((name) => !goals.some((goal) => goal.name === name));
  if (unknown) throw new Refusal(`There is no ${unknown}: say ${goals.map((goal) => goal.name).join(", ")}.`);
  return goals.filter((goal) => names.length === 0 || names.includes(goal.name));
}

const machine = () => ({
  processor: cpus()[0]?.model ?? "unknown",
  cores: availableParallelism(),
  memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
  system: `${process.platform} ${process.arch}`,
});

const rounded = (_key: string, value: unknown) =>
  typeof value === "number" && !Number.isInteger(value) ? Number(value.toFixed(3)) : value;

/** The commit that is measured, if this is a checkout. */
function commit(): string | null {
  try {
    return execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, stdio: "pipe" })
      .toString()
      .trim();
  } catch {
    return null;
  }
}

const file = path.join(root, "bench/results.json");

/** What was measured before stands until it is measured again. */
function earlierResults(): Record<string, unknown> {
  if (!existsSync(file)) return {};
  const { goals }: { goals: Record<string, unknown> } = JSON.parse(readFileSync(file, "utf8"));
  return goals;
}

/** Runs the goals that were named, or all; prints one table and writes their results to bench/results.json. */
async function main(args: string[]): Promise<boolean> {
  const chosen = chosenFrom(args);
  const rounds = args.includes("--quick") ? QUICK : ROUNDS;
  const product = await startProduct();
  const browser = await startBrowser();
  const lines: NamedLine[] = [];
  const measured = earlierResults();
  const failed: string[] = [];
  try {
    for (const goal of chosen) {
      const say = (words: string) => console.log(`  ${goal.name}: ${words}`);
      const bench: Bench = { product, browser, rounds, say };
      try {
        const about = {
          date: new Date().toISOString(),
          commit: commit(),
          node: process.version,
          browser: browser.version(),
          rounds,
          machine: machine(),
          load: loadavg()[0],
        };
        const outcome = await goal.run(bench);
        lines.push(...outcome.lines.map((line) => ({ name: goal.name, ...line })));
        measured[goal.name] = { about, lines: outcome.lines, rounds: outcome.rounds };
      } catch (error) {
        failed.push(goal.name);
        console.error(`  ${goal.name} could not be measured:`, error);
      }
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  writeFileSync(file, `${JSON.stringify({ goals: measured }, rounded, 1)}\n`);
  console.log(`\n${table(lines)}\n`);
  const missed = lines.filter((line) => line.met === false).length;
  console.log(`${lines.filter((line) => line.met).length} met, ${missed} missed`);
  if (failed.length > 0) console.log(`Not measured: ${failed.join(", ")}`);
  return missed === 0 && failed.length === 0;
}

// What was started ends with this process.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => process.exit(130));

try {
  process.exit((await main(process.argv.slice(2))) ? 0 : 1);
} catch (error) {
  report(error);
  process.exit(1);
}
