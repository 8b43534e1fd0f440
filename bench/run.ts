import { writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import path from "node:path";
import { root } from "@/scripts/lib/paths.mjs";
import { Refusal, report } from "@/scripts/lib/say.mjs";
import { p1 } from "./goals/p1";
import { p2 } from "./goals/p2";
import { p3 } from "./goals/p3";
import { p5 } from "./goals/p5";
import { p6 } from "./goals/p6";
import { p8 } from "./goals/p8";
import { p10 } from "./goals/p10";
import { startBrowser } from "./lib/browser";
import type { Bench, Goal } from "./lib/goal";
import { startProduct } from "./lib/product";
import { type NamedLine, table } from "./lib/table";

const goals: Goal[] = [p1, p2, p3, p5, p6, p8, p10];
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

/** Runs the goals that were named, or all; prints one table and writes bench/results.json. */
async function main(args: string[]): Promise<boolean> {
  const chosen = chosenFrom(args);
  const rounds = args.includes("--quick") ? QUICK : ROUNDS;
  const about = { date: new Date().toISOString(), node: process.version, rounds, machine: machine() };
  const product = await startProduct();
  const browser = await startBrowser();
  const lines: NamedLine[] = [];
  const measured: Record<string, unknown> = {};
  const failed: string[] = [];
  try {
    for (const goal of chosen) {
      const say = (words: string) => console.log(`  ${goal.name}: ${words}`);
      const bench: Bench = { product, browser, rounds, say };
      try {
        const load = loadavg()[0];
        const outcome = await goal.run(bench);
        lines.push(...outcome.lines.map((line) => ({ name: goal.name, ...line })));
        measured[goal.name] = { load, lines: outcome.lines, rounds: outcome.rounds };
      } catch (error) {
        failed.push(goal.name);
        console.error(`  ${goal.name} could not be measured:`, error);
      }
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  const results = { ...about, browser: browser.version(), goals: measured };
  writeFileSync(path.join(root, "bench/results.json"), `${JSON.stringify(results, rounded, 1)}\n`);
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
