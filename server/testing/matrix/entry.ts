import type { Scene } from "./scene";

export type Outcome = "ok" | "UNAUTHORIZED" | "NOT_FOUND" | "FORBIDDEN";

export interface Entry {
  /** In the order of `callers`. */
  outcomes: Outcome[];
  input: (scene: Scene) => object | undefined;
  /** What another course's id leads to, by its path in the input, where that is not NOT_FOUND. */
  foreign: Record<string, string>;
}

export type Input = (scene: Scene) => object;
const words: Record<string, Outcome> = {
  ok: "ok",
  out: "UNAUTHORIZED",
  none: "NOT_FOUND",
  no: "FORBIDDEN",
};

function outcomesOf(line: string): Outcome[] {
  return line.split(/\s+/).map((word) => {
    const outcome = words[word];
    if (!outcome) throw new Error(`no such outcome: ${word}`);
    return outcome;
  });
}

/**
 * A procedure of a course. `members` is instructor, assistant, a student of group A, a student of group B, observer;
 * for everybody else a course behaves alike: it does not exist.
 */
export const course = (
  members: string,
  input: Input = () => ({}),
  foreign: Record<string, string> = {},
): Entry => ({
  outcomes: outcomesOf(`out ${members} none none out`),
  input: (scene) => ({ courseId: scene.courseId, ...input(scene) }),
  foreign,
});

/** A procedure of a person: who is signed in may, and whose session was revoked may not. */
export const person = (input: Input | null = null, outcomes = "out ok ok ok ok ok ok ok out"): Entry => ({
  outcomes: outcomesOf(outcomes),
  input: (scene) => input?.(scene),
  foreign: {},
});

export const anybody = (input: Input | null = null) => person(input, "ok ok ok ok ok ok ok ok ok");

/** Instructor, assistant, both students, observer. */
export const everyone = "ok ok ok ok ok";
export const staff = "ok ok no no no";
export const instructor = "ok no no no no";
