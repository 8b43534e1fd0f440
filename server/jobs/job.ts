import type { z } from "zod";

/** One thing that is done behind the pages: what it is given, and the one command that it calls. */
export interface Job<Input = unknown> {
  name: string;
  /** When the clock asks for it; left out where something else does. */
  cron?: string;
  input: z.ZodType<Input>;
  run: (input: Input, now: Date) => Promise<void>;
}

/** Reads what a job is given before it is run. */
export const job = <Input>(what: Job<Input>): Omit<Job, "input" | "run"> & { task: Task } => ({
  name: what.name,
  ...(what.cron && { cron: what.cron }),
  task: (sent, now) => what.run(what.input.parse(sent), now),
});

export type Task = (sent: unknown, now: Date) => Promise<void>;
