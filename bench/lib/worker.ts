import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

interface Question {
  ask: unknown;
  answer: unknown;
}

interface Answer {
  answer?: unknown;
  failure?: string;
}

const running = new Set<ChildProcess>();

// Whoever ends this process, however, ends its workers.
process.once("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A process of its own that answers one question after the other. */
export class Worker<Questions extends Record<keyof Questions, Question>> {
  private readonly child: ChildProcess;

  constructor(file: URL, env: Record<string, string | undefined> = process.env) {
    this.child = fork(fileURLToPath(file), {
      env: env as NodeJS.ProcessEnv,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    running.add(this.child);
    this.child.once("exit", () => running.delete(this.child));
  }

  ask<Name extends keyof Questions & string>(
    name: Name,
    question: Questions[Name]["ask"],
  ): Promise<Questions[Name]["answer"]> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`The worker ended with ${code}.`));
      this.child.once("exit", ended);
      this.child.once("message", ({ answer, failure }: Answer) => {
        this.child.off("exit", ended);
        if (failure === undefined) resolve(answer as Questions[Name]["answer"]);
        else reject(new Error(failure));
      });
      this.child.send({ name, question });
    });
  }

  stop(): void {
    this.child.kill("SIGKILL");
  }
}

/** The worker's side: answers each question by its name. */
export function answer<Questions extends Record<keyof Questions, Question>>(
  answers: {
    [Name in keyof Questions]: (question: Questions[Name]["ask"]) => Promise<Questions[Name]["answer"]>;
  },
): void {
  process.on("message", async ({ name, question }: { name: keyof Questions; question: never }) => {
    try {
      process.send?.({ answer: (await answers[name](question)) ?? null });
    } catch (error) {
      process.send?.({ failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
}

/** Milliseconds of a clock that all processes of this machine share. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;
