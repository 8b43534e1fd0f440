import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MOST_POINTS, readPoints, showPoints } from "./points";
import { defaultRubric, mostOf, rubricDraft } from "./rubric";

const words = {
  title: "Reading",
  criteria: ["Close reading", "Argument", "Evidence", "Conversation"],
  levels: ["1", "2", "3", "4", "5"],
};

describe("the rubric to begin with", () => {
  it("is valid, has four criteria of five rising levels, and adds up to the points exactly", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST_POINTS }), (whole) => {
        const rubric = defaultRubric(showPoints(whole), words);
        expect(rubricDraft.safeParse(rubric).success).toBe(true);
        expect(mostOf(rubric)).toBe(whole);
        for (const { levels } of rubric.criteria) {
          const rising = levels.map((level) => readPoints(level.points) ?? -1);
          expect(rising).toEqual([...rising].sort((one, other) => one - other));
          expect(rising).toHaveLength(5);
        }
      }),
    );
  });

  it("gives 30 points as four times 7.5", () => {
    const [first] = defaultRubric("30", words).criteria;
    expect(first?.levels.map((level) => level.points)).toEqual(["1.5", "3", "4.5", "6", "7.5"]);
  });
});

describe("a rubric draft", () => {
  const criterion = {
    name: "Argument",
    levels: [
      { name: "Absent", points: "0" },
      { name: "Earned", points: "8,50" },
    ],
  };

  it("is tidied", () => {
    expect(rubricDraft.parse({ title: " Week  1 ", criteria: [criterion] })).toEqual({
      title: "Week 1",
      holistic: false,
      criteria: [
        {
          name: "Argument",
          description: "",
          levels: [criterion.levels[0], { name: "Earned", points: "8.5" }],
        },
      ],
    });
  });

  it("is refused without a title, a criterion, two levels, readable points, or with a name twice", () => {
    const [absent, earned] = criterion.levels;
    const wrong = [
      { title: " ", criteria: [criterion] },
      { title: "A", criteria: [] },
      { title: "A", criteria: [{ ...criterion, levels: [absent] }] },
      { title: "A", criteria: [{ ...criterion, levels: [absent, { name: "Earned", points: "-1" }] }] },
      { title: "A", criteria: [criterion, { ...criterion, name: "argument" }] },
      { title: "A", criteria: [{ ...criterion, levels: [earned, earned] }] },
    ];
    expect(wrong.map((draft) => rubricDraft.safeParse(draft).success)).toEqual(wrong.map(() => false));
  });

  it("has no most while a level's points cannot be read", () => {
    const typing = { ...criterion, levels: [...criterion.levels, { name: "Half typed", points: "7." }] };
    expect(mostOf({ criteria: [criterion, criterion] })).toBe(1700);
    expect(mostOf({ criteria: [criterion, typing] })).toBeNull();
  });
});
