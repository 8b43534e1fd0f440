import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AssignmentDraft, assignmentDraft } from "./assignment";
import { type Effect, effectOn, type HeldFacts, type StudentFacts, touchesDigest } from "./effect";
import { effectsOf } from "./effects";

const now = new Date("2026-03-10T12:00:00Z");
const day = (n: number) => new Date(now.getTime() + n * 24 * 60 * 60 * 1000);
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;

const prompt = {
  id: id(20),
  kind: "open" as const,
  title: "Whose consent?",
  body: "Say whose.",
  citationsMin: 0,
  readingsMin: 0,
  wordsMin: 0,
  wordsMax: 0,
  positionsMin: 0,
  repliesMin: 0,
  positions: [],
  dimensionId: null,
  termId: null,
  postFirst: false,
  pseudonyms: false,
  wholeClass: false,
  steelman: false,
};

const draft: AssignmentDraft = assignmentDraft.parse({
  title: "Week 1",
  instructions: "",
  readings: [{ id: id(10), versionId: id(11) }],
  prompts: [prompt],
  rubricId: id(30),
  points: "20",
  opensAt: day(-4),
  dueAt: day(3),
  closesAt: day(5),
  groupSetId: id(40),
  visibility: "open",
  postFirst: 0,
  names: "named",
});

const held: HeldFacts = {
  ...draft,
  publishedAt: day(-5),
  namesShownAt: null,
  readings: [{ id: id(10), versionId: id(11), title: "A code" }],
};

let last = 100;
const student = (name: string, facts: Partial<StudentFacts> = {}): StudentFacts => {
  last += 1;
  const nothing = { extension: null, comments: [], notes: 0, read: [], begun: [], posted: [], evidence: 0 };
  return { id: id(last), name, ...nothing, handedInAt: null, grade: "none", ...facts };
};

const extension = (due: number, closes = due + 2) => ({ dueAt: day(due), closesAt: day(closes) });
const wrote = { comments: [12, 3] };
const answered = { begun: [prompt.id], posted: [prompt.id], handedInAt: day(-1) };
const released = { grade: "released" as const };

const found = (change: Partial<AssignmentDraft>, students: StudentFacts[], from: Partial<HeldFacts> = {}) =>
  effectsOf({ held: { ...held, ...from }, draft: { ...draft, ...change }, students, now }).map(
    ({ field, what, names, serious }) =>
      [field, what, names.join(" "), serious ? "serious" : "harmless"].join(" | "),
  );

describe("a change touches", () => {
  test.each<[string, Partial<AssignmentDraft>, StudentFacts[], string[], Partial<HeldFacts>?]>([
    ["nobody where nothing changes", {}, [student("Ada", { ...wrote, ...answered })], []],
    ["nobody by its title", { title: "Week one", instructions: "Read." }, [student("Ada", wrote)], []],
    [
      "those who have their own dates not, by later ones",
      { dueAt: day(4) },
      [student("Ada"), student("Bo", { extension: extension(6) })],
      ["dueAt | more-time | Ada | harmless"],
    ],
    [
      "whoever gets less time",
      { dueAt: day(2), closesAt: day(4) },
      [student("Ada")],
      ["dueAt | less-time | Ada | serious", "closesAt | less-time | Ada | serious"],
    ],
    [
      "whose longer time would be the shorter",
      { dueAt: day(5) },
      [student("Ada", { extension: extension(4) })],
      ["extensions | extension-cut | Ada | serious"],
    ],
    [
      "whose work becomes late",
      { dueAt: day(-2) },
      [student("Ada", { handedInAt: day(-1) }), student("Bo", { handedInAt: day(-3) })],
      ["dueAt | less-time | Ada Bo | serious", "dueAt | becomes-late | Ada | serious"],
    ],
    [
      "whose work is late no longer, but not by their own date",
      { dueAt: day(4), closesAt: day(6) },
      [
        student("Ada", { handedInAt: day(3.5) }),
        student("Bo", { handedInAt: day(3.5), extension: extension(9) }),
      ],
      [
        "dueAt | more-time | Ada | harmless",
        "closesAt | more-time | Ada | harmless",
        "dueAt | no-longer-late | Ada | harmless",
      ],
    ],
    ["all, shut out again", { opensAt: day(1) }, [student("Ada")], ["opensAt | shuts-again | Ada | serious"]],
    [
      "all, let in sooner",
      { opensAt: day(0.5) },
      [student("Ada")],
      ["opensAt | opens-sooner | Ada | harmless"],
      { opensAt: day(1) },
    ],
    [
      "those who still owe words of their own",
      { visibility: "postFirst", postFirst: 2, postFirstWords: 5 },
      [student("Ada", { comments: [5, 9] }), student("Bo", { comments: [5, 4] })],
      ["visibility | sight-closes | Bo | serious"],
    ],
    [
      "those who owed more than they owe now",
      { visibility: "postFirst", postFirst: 1, postFirstWords: 5 },
      [student("Ada", { comments: [5, 9] }), student("Bo", { comments: [4, 5] })],
      ["postFirst | sight-opens | Bo | serious"],
      { visibility: "postFirst", postFirst: 2, postFirstWords: 5 },
    ],
    [
      "those whose due date has not come",
      { visibility: "closedUntilDue" },
      [student("Ada"), student("Bo", { extension: extension(-1) })],
      ["visibility | sight-closes | Ada | serious"],
    ],
    [
      "all alike where it has not opened",
      { visibility: "closedUntilDue", opensAt: day(1) },
      [student("Ada")],
      ["visibility | sight-rule | Ada | harmless"],
      { opensAt: day(1) },
    ],
    [
      "those who have not answered, where answers show only to those who have",
      { prompts: [{ ...prompt, postFirst: true }] },
      [student("Ada", answered), student("Bo")],
      ["prompts | sight-closes | Bo | serious"],
    ],
    [
      "those who wrote under another name",
      { names: "named" },
      [student("Ada", wrote), student("Bo")],
      ["names | names-show | Ada | serious"],
      { names: "pseudonyms" },
    ],
    [
      "those whose names graders are shown",
      { blind: false },
      [student("Ada", wrote), student("Bo")],
      ["blind | staff-see-names | Ada | serious"],
      { blind: true },
    ],
    [
      "nobody where graders have the names already",
      { blind: false },
      [student("Ada", wrote)],
      [],
      { blind: true, namesShownAt: day(-1) },
    ],
    [
      "those who keep notes, without their names",
      { privateNotes: false },
      [student("Ada", { notes: 2 })],
      ["privateNotes | notes-end |  | serious"],
    ],
    [
      "those who were graded",
      { points: "25", latePolicy: { kind: "grace", graceMinutes: 5 } },
      [student("Ada", released), student("Bo")],
      ["points | regraded | Ada | serious", "latePolicy | regraded | Ada | serious"],
    ],
    [
      "nobody where no grade is given",
      { weight: "2" },
      [student("Ada")],
      ["weight | regraded |  | harmless"],
    ],
    [
      "who reads what is taken away, and who has more to read",
      { readings: [{ id: id(12), versionId: id(13) }] },
      [student("Ada", { read: [id(10)] }), student("Bo")],
      ["readings | part-removed | Ada | serious", "readings | part-added | Ada Bo | harmless"],
    ],
    [
      "those who answered what was asked before",
      { prompts: [{ ...prompt, title: "Whose?", citationsMin: 2 }] },
      [student("Ada", answered), student("Bo")],
      ["prompts | prompt-asks | Ada | serious", "prompts | prompt-worded | Ada | harmless"],
    ],
    [
      "those moved away from what they wrote",
      { groupSetId: null },
      [student("Ada", wrote), student("Bo")],
      ["groupSetId | regrouped | Ada | serious"],
    ],
  ])("%s", (_, change, students, effects, from) => {
    expect(found(change, students, from)).toEqual(effects);
  });

  test("nobody by alias where dates that were given by name would tell who is who", () => {
    const students = [
      student("Fox", { ...wrote, handedInAt: day(-1) }),
      student("Owl", { extension: extension(4) }),
    ];
    const blind = { blind: true };
    expect(found({ ...blind, dueAt: day(5) }, students, blind)).toEqual([
      "extensions | extension-cut |  | serious",
      "dueAt | more-time |  | harmless",
    ]);
    expect(found({ ...blind, visibility: "closedUntilDue" }, students, blind)).toEqual([
      "visibility | sight-closes |  | serious",
    ]);
    expect(found({ ...blind, groupSetId: null }, students, blind)).toEqual([
      "groupSetId | regrouped | Fox | serious",
    ]);
  });

  test("nobody while it is a draft", () => {
    expect(found({ dueAt: day(-3), points: "1" }, [student("Ada", released)], { publishedAt: null })).toEqual(
      [],
    );
  });

  test("as many as it says, nine of them by name, in their order", () => {
    const students = ["Zoë", "Ada", ..."bcdefghijk"].map((name) => student(name, released));
    const [effect] = effectsOf({ held, draft: { ...draft, points: "25" }, students, now });
    expect(effect).toMatchObject({ touches: 12, released: 12, from: "20", to: "25" });
    expect(effect?.names).toEqual(["Ada", ..."bcdefghi"]);
  });
});

const someone = fc.record({
  name: fc.constantFrom("Ada", "Bo", "Cy"),
  extension: fc.option(fc.integer({ min: -5, max: 9 }).map((due) => extension(due))),
  comments: fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 4 }),
  notes: fc.integer({ min: 0, max: 1 }),
  read: fc.subarray([id(10)]),
  begun: fc.subarray([prompt.id]),
  posted: fc.subarray([prompt.id]),
  evidence: fc.integer({ min: 0, max: 1 }),
  handedInAt: fc.option(fc.integer({ min: -5, max: 9 }).map(day)),
  grade: fc.constantFrom("none" as const, "draft" as const, "released" as const),
});
const anyStudents = fc
  .array(someone, { maxLength: 6 })
  .map((all) => all.map((facts, at) => ({ ...facts, id: id(500 + at) })));
const anyChange = fc.record(
  {
    opensAt: fc.integer({ min: -6, max: 0 }).map(day),
    dueAt: fc.integer({ min: 0, max: 4 }).map(day),
    closesAt: fc.integer({ min: 4, max: 9 }).map(day),
    visibility: fc.constantFrom("open" as const, "postFirst" as const, "closedUntilDue" as const),
    postFirst: fc.integer({ min: 0, max: 3 }),
    postFirstWords: fc.integer({ min: 0, max: 10 }),
    names: fc.constantFrom("named" as const, "pseudonyms" as const),
    blind: fc.boolean(),
    privateNotes: fc.boolean(),
    points: fc.constantFrom("20", "25"),
    weight: fc.constantFrom("1", "2"),
    groupSetId: fc.constantFrom(id(40), null),
    readings: fc.subarray(draft.readings),
    prompts: fc.constantFrom<AssignmentDraft["prompts"]>(
      [],
      [prompt],
      [{ ...prompt, postFirst: true, pseudonyms: true, wordsMin: 9 }],
    ),
  },
  { requiredKeys: [] },
);

describe("any change", () => {
  test("back and forth opens to as many what it closed to them", () => {
    fc.assert(
      fc.property(anyStudents, anyChange, (students, change) => {
        const changed = { ...draft, ...change };
        const there = effectsOf({ held, draft: changed, students, now });
        const as = { ...held, ...changed, readings: held.readings };
        const back = effectsOf({ held: as, draft, students, now });
        const sight = (effects: Effect[], what: string) =>
          effects
            .filter((effect) => effect.what === what && effect.subject === null)
            .map(({ touches }) => touches);
        expect(sight(back, "sight-opens")).toEqual(sight(there, "sight-closes"));
        expect(sight(back, "sight-closes")).toEqual(sight(there, "sight-opens"));
      }),
    );
  });

  test("says what is serious first, names no more than it touches, and nothing that is as it was", () => {
    fc.assert(
      fc.property(anyStudents, anyChange, (students, change) => {
        const effects = effectsOf({ held, draft: { ...draft, ...change }, students, now });
        const flags = effects.map(({ serious }) => serious);
        expect(flags).toEqual(flags.toSorted((a, b) => Number(b) - Number(a)));
        for (const { serious, touches, names, released: seen, from, to } of effects) {
          expect(names.length).toBeLessThanOrEqual(touches);
          expect(seen).toBeLessThanOrEqual(touches);
          if (serious) expect(touches).toBeGreaterThan(0);
          if (from !== null) expect(from).not.toBe(to);
        }
        expect(effectsOf({ held, draft, students, now })).toEqual([]);
      }),
    );
  });

  test("has one digest in any order, and another for other effects", () => {
    fc.assert(
      fc.property(anyStudents, anyChange, (students, change) => {
        const effects = effectsOf({ held, draft: { ...draft, ...change }, students, now });
        const digest = touchesDigest(effects);
        expect(touchesDigest(effects.toReversed())).toBe(digest);
        expect(digest === null).toBe(effects.every(({ serious }) => !serious));
        expect(touchesDigest(effects.filter(({ serious }) => serious))).toBe(digest);
        const one = effectOn([student("Zed")], { field: "points", what: "regraded", serious: true });
        expect(touchesDigest([...effects, one])).not.toBe(digest);
      }),
    );
  });
});
