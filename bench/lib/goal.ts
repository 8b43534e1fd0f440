import type { Browser } from "@playwright/test";
import type { Ratio } from "./measure";
import type { Product } from "./product";

/** What one round measured: each side twice. */
export interface Turns<Theirs, Ours> {
  theirs: Theirs[];
  ours: Ours[];
}

/** One line of the table. */
export interface Line {
  what: string;
  ours: string;
  /** The peer, or the floor, with its name. */
  theirs: string;
  ratio: Ratio | null;
  goal: string;
  /** Null: told for comparison, no goal is set on it. */
  met: boolean | null;
}

export interface Outcome {
  lines: Line[];
  /** Every round as measured, for results.json. */
  rounds: unknown;
}

export interface Bench {
  product: Product;
  browser: Browser;
  rounds: number;
  /** Says what is being done, for whoever is waiting. */
  say: (words: string) => void;
}

export interface Goal {
  name: string;
  run: (bench: Bench) => Promise<Outcome>;
}
