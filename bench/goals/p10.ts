import type { Bench, Outcome } from "../lib/goal";
import { commits } from "./p10-commits";
import { fanOut } from "./p10-fan-out";

async function run(bench: Bench): Promise<Outcome> {
  const delivered = await fanOut(bench);
  const written = await commits(bench);
  return {
    lines: [...delivered.lines, ...written.lines],
    rounds: { fanOut: delivered.rounds, commits: written.rounds },
  };
}

export const p10 = { name: "P10", run };
