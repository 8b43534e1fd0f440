import { describe, expect, test } from "vitest";
import type { AssignmentDraft } from "./assignment";
import type { HeldFacts, StudentFacts } from "./effect";
import { effectsOf } from "./effects";
import {
  answered,
  day,
  draft,
  extension,
  held,
  id,
  now,
  prompt,
  released,
  student,
  wrote,
} from "./testing/facts";

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
      "whose longer time would be taken no more before everybody's",
      { closesAt: day(9) },
      [student("Ada", { extension: extension(6) }), student("Bo", { extension: extension(8) })],
      ["extensions | extension-cut | Ada | serious"],
    ],
    [
      "nobody whose time was the shorter before",
      { dueAt: day(4), closesAt: day(9) },
      [student("Ada", { extension: extension(1) })],
      [],
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
