import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, handOut, IN_HAND, type Pool, type Stand } from "./read-next";

const stands: Stand[] = [["charter"], ["spheres"], ["alliance"], ["charter", "spheres"], []];

/** A class as it is in truth: what the pure rule is told is counted from this, and what it does is held against it. */
class Classroom {
  readonly inHand = new Map<string, Set<string>>();
  readonly known = new Map<string, Set<string>>();
  readonly replies = new Map<string, number>();

  constructor(
    readonly students: { id: string; stand: Stand }[],
    readonly answers: { id: string; authorId: string; stand: Stand; at: number }[],
  ) {
    for (const { id } of students) {
      this.inHand.set(id, new Set());
      this.known.set(id, new Set());
    }
    for (const { id } of answers) this.replies.set(id, 0);
  }

  held = (student: string) => this.inHand.get(student) ?? new Set<string>();
  knows = (student: string) => this.known.get(student) ?? new Set<string>();
  repliesTo = (answer: string) => this.replies.get(answer) ?? 0;

  /** Somebody could still be given it, or holds it: found by asking everybody. */
  isWaiting = ({ id, authorId }: { id: string; authorId: string }) =>
    this.students.some(
      (student) =>
        student.id !== authorId && (!this.knows(student.id).has(id) || this.held(student.id).has(id)),
    );

  pool(): Pool {
    const count = (is: (student: string) => boolean) => this.students.filter(({ id }) => is(id)).length;
    return {
      readers: new Set(this.students.map(({ id }) => id)),
      answers: this.answers.map((answer) => ({
        ...answer,
        replies: this.repliesTo(answer.id),
        inHand: count((id) => this.held(id).has(answer.id)),
        spent: count(
          (id) => id !== answer.authorId && this.knows(id).has(answer.id) && !this.held(id).has(answer.id),
        ),
      })),
    };
  }

  give({ id, stand }: { id: string; stand: Stand }): string[] {
    const reader = { id, stand, known: this.knows(id) };
    const given = handOut(this.pool(), reader, IN_HAND - this.held(id).size);
    for (const answer of given) {
      expect(this.answers.find((each) => each.id === answer)?.authorId).not.toBe(id);
      expect(this.knows(id).has(answer)).toBe(false);
      this.held(id).add(answer);
      this.knows(id).add(answer);
    }
    expect(this.held(id).size).toBeLessThanOrEqual(IN_HAND);
    return given;
  }

  reply(student: string, answer: string): void {
    this.held(student).delete(answer);
    this.replies.set(answer, this.repliesTo(answer) + 1);
  }

  /** The most by which an answer is ahead of one that still waits. */
  unfairness(): number {
    const most = Math.max(0, ...this.answers.map(({ id }) => this.repliesTo(id)));
    const waiting = this.answers.filter(this.isWaiting).map(({ id }) => this.repliesTo(id));
    return Math.max(0, ...waiting.map((replies) => most - replies));
  }
}

const steps = fc.array(
  fc.record({
    who: fc.nat(1000),
    does: fc.constantFrom("comes", "comes", "replies", "replies", "puts away", "reads"),
    which: fc.nat(1000),
  }),
  { minLength: 20, maxLength: 120, size: "max" },
);
const classes = fc.record({
  stands: fc.array(fc.constantFrom(...stands), { minLength: 2, maxLength: 9, size: "max" }),
  silent: fc.nat(4),
  times: fc.array(fc.nat(5), { minLength: 9, maxLength: 9 }),
  steps,
});
type Generated = typeof classes extends fc.Arbitrary<infer Value> ? Value : never;

/** A class in which some have not answered. */
function classOf({ stands: all, silent, times }: Generated): Classroom {
  const students = all.map((stand, at) => ({ id: `s${at}`, stand }));
  const writers = students.slice(0, Math.max(1, students.length - silent));
  return new Classroom(
    students,
    writers.map(({ id, stand }, at) => ({ id: `a${at}`, authorId: id, stand, at: times[at] ?? 0 })),
  );
}

const pick = <Item>(items: readonly Item[], at: number): Item | undefined => items[at % items.length];

function act(room: Classroom, { who, does, which }: Generated["steps"][number]): void {
  const student = pick(room.students, who);
  if (!student) return;
  const held = [...room.held(student.id)];
  const one = held.length > 0 ? pick(held, which) : undefined;
  if (does === "comes") room.give(student);
  if (does === "replies" && one) room.reply(student.id, one);
  if (does === "puts away" && one) {
    room.held(student.id).delete(one);
    room.give(student);
  }
  // Without being given it: in the list of the class.
  const other = pick(room.answers, which);
  if (does === "reads" && other) room.knows(student.id).add(other.id);
}

describe("read next", () => {
  it("leaves no answer waiting while another has two replies more, in a thousand classes", () => {
    fc.assert(
      fc.property(classes, (generated) => {
        const room = classOf(generated);
        for (const step of generated.steps) {
          act(room, step);
          expect(room.unfairness()).toBeLessThan(2);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("gives nothing that would put it ahead of what was there and waits, though answers come in one by one", () => {
    fc.assert(
      fc.property(classes, (generated) => {
        const all = classOf(generated);
        const room = new Classroom(all.students, []);
        for (const [at, step] of generated.steps.entries()) {
          const next = at % 4 === 0 ? all.answers[at / 4] : undefined;
          if (next) {
            room.answers.push(next);
            room.replies.set(next.id, 0);
          }
          const student = pick(room.students, step.who);
          if (step.does !== "comes" || !student) {
            if (step.does !== "puts away") act(room, step);
            continue;
          }
          const before = room.pool();
          for (const given of room.give(student)) {
            const load = (id: string) => {
              const answer = before.answers.find((each) => each.id === id);
              return (answer?.replies ?? 0) + (answer?.inHand ?? 0);
            };
            for (const other of room.answers.filter(room.isWaiting)) {
              if (other.id !== given) expect(load(given)).toBeLessThanOrEqual(room.repliesTo(other.id));
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gets every answer to everybody, where everybody replies to what they are given", () => {
    fc.assert(
      fc.property(classes, (generated) => {
        const room = classOf(generated);
        let moved = true;
        while (moved) {
          moved = false;
          for (const student of room.students) {
            for (const answer of [...room.held(student.id), ...room.give(student)]) {
              if (!room.held(student.id).has(answer)) continue;
              room.reply(student.id, answer);
              moved = true;
            }
          }
        }
        for (const answer of room.answers) {
          expect(room.isWaiting(answer)).toBe(false);
          expect(room.repliesTo(answer.id)).toBe(room.students.length - 1);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("does not depend on the order in which it is told of the answers", () => {
    fc.assert(
      fc.property(classes, fc.nat(1000), (generated, who) => {
        const room = classOf(generated);
        const student = pick(room.students, who);
        if (!student) return;
        const pool = room.pool();
        const reader = { ...student, known: new Set<string>() };
        const turned = { ...pool, answers: pool.answers.toReversed() };
        expect(handOut(turned, reader, 2)).toEqual(handOut(pool, reader, 2));
      }),
    );
  });

  const answer = (id: string, change: Partial<Pool["answers"][number]> = {}) => ({
    id,
    authorId: `author of ${id}`,
    stand: ["charter"],
    at: 0,
    replies: 0,
    inHand: 0,
    spent: 0,
    ...change,
  });
  const readers = new Set(["me", "you", "them"]);
  const me = { id: "me", stand: ["charter"], known: new Set<string>() };

  it("gives the most unlike first, among the least answered the oldest", () => {
    const answers = [
      answer("alike"),
      answer("later", { stand: ["spheres"], at: 2 }),
      answer("between", { stand: ["charter", "spheres"] }),
      answer("unlike", { stand: ["spheres"], at: 1 }),
      answer("answered", { stand: ["alliance"], replies: 1 }),
    ];
    expect(handOut({ answers, readers }, me, 3)).toEqual(["unlike", "later", "between"]);
  });

  it("gives two who are alike not the same, where all else is equal", () => {
    const answers = Array.from({ length: 40 }, (_, at) => answer(`a${at}`));
    const first = (id: string) => handOut({ answers, readers }, { ...me, id }, 1)[0];
    expect(new Set(["me", "you", "them", "her", "him"].map(first)).size).toBeGreaterThan(2);
  });

  it("does not wait for an answer that nobody is left to be given", () => {
    const answers = [answer("alone", { spent: 3 }), answer("other", { replies: 4 })];
    const known = new Set(["alone"]);
    expect(handOut({ answers, readers }, { ...me, known }, 2)).toEqual(["other"]);
    const waiting = [answer("alone", { spent: 2 }), answer("other", { replies: 4 })];
    expect(handOut({ answers: waiting, readers }, { ...me, known }, 2)).toEqual([]);
  });
});

describe("how unlike two stands are", () => {
  it.each([
    [["a"], ["b"], 2],
    [["a"], ["a"], 0],
    [["a"], ["a", "b"], 1],
    [["b", "a"], ["a", "b"], 0],
    [["a", "b"], ["c"], 2],
    [[], ["a"], 1],
    [[], [], 0],
  ] as const)("%j and %j: %d", (one, other, apart) => {
    expect(distance(one, other)).toBe(apart);
    expect(distance(other, one)).toBe(apart);
  });
});
