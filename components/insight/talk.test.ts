import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawArcs } from "./arc-geometry";
import { drawBars } from "./bars";
import { behindAt, latenessOf } from "./behind";
import { dayOf, onDueDays, spansOf } from "./days";
import { dueDaysOf } from "./due-days";
import { heatRows, hottestOf, peakOf, shadeKey } from "./heat";
import { isAsSent, letterParts } from "./letter-parts";
import { arcsOf, NO_GROUP, partnersOf, rowsOf, STAFF, talkOf } from "./network";
import { addressOf, placeFor, wantedFrom } from "./scope";
import type { Choices, Heat, Replies } from "./shapes";

const reading = (number: number, comments: number) => ({
  id: `r${number}`,
  number,
  title: `Reading ${number}`,
  comments,
});
const choices: Choices = {
  sections: [{ id: "s1", name: "Section 1" }],
  assignments: [
    {
      id: "w1",
      title: "Week 1",
      opensAt: new Date("2026-11-01T00:00:00Z"),
      dueAt: new Date("2026-11-12T22:59:00Z"),
      readings: [reading(1, 3), reading(2, 14)],
      prompts: [{ id: "q1", title: "Who counts?" }],
      blind: false,
    },
    {
      id: "w2",
      title: "Week 2",
      opensAt: new Date("2026-11-12T00:00:00Z"),
      dueAt: new Date("2026-11-19T23:30:00Z"),
      readings: [reading(3, 5)],
      prompts: [],
      blind: false,
    },
  ],
};

describe("the place in the address", () => {
  const at = (query: string) =>
    placeFor(
      choices,
      wantedFrom((name) => new URLSearchParams(query).get(name)),
    );

  it("is the reading that is talked of most, where none is asked for", () => {
    expect(at("").reading?.number).toBe(2);
    expect(at("assignment=w2").reading?.number).toBe(3);
    expect(at("reading=1")).toMatchObject({ assignmentId: null, sectionId: null, reading: { number: 1 } });
  });

  it("passes over what is not there", () => {
    expect(at("assignment=zz&section=zz&reading=9")).toMatchObject({
      assignmentId: null,
      sectionId: null,
      reading: { number: 2 },
    });
    expect(at("assignment=w2&reading=1").reading?.number).toBe(3);
  });

  it("is written as it is read", () => {
    const wanted = { assignment: "w1", section: "s1", reading: "1" };
    const said = new URLSearchParams(addressOf(wanted));
    expect(wantedFrom((name) => said.get(name))).toEqual(wanted);
    expect(addressOf({ assignment: null, section: "", reading: null })).toBe("");
  });
});

const paragraph = (
  number: number,
  comments: number,
  questions: number,
  warm: Heat["paragraphs"][number]["warm"],
) => ({
  id: `p${number}`,
  number,
  kind: "paragraph",
  text: "Nine of the joint statements name it.",
  language: "en",
  comments,
  questions,
  warm,
});
const heat: Heat = {
  readingId: "r2",
  number: 2,
  title: "Eleven meetings",
  assignmentId: "w1",
  comments: 0,
  paragraphs: [
    paragraph(1, 8, 0, [{ from: 0, to: 4, comments: 8, asked: false }]),
    paragraph(2, 1, 1, [
      { from: 5, to: 7, comments: 1, asked: true },
      { from: 12, to: 17, comments: 1, asked: false },
    ]),
    paragraph(3, 2, 0, []),
    paragraph(4, 0, 0, []),
  ],
};

describe("the heat of a text", () => {
  it("shows whole what is talked of much or asked about, and keeps every word", () => {
    const rows = heatRows(heat, "comments");
    expect(rows.map(({ hot }) => hot)).toEqual([true, true, false, false]);
    for (const {
      paragraph: { text },
      pieces,
    } of rows)
      expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(rows[0]?.pieces.map(({ shade }) => shade)).toEqual([4, null]);
    expect(peakOf(rows)?.paragraph.number).toBe(1);
  });

  it("by questions shades only the words that are asked about", () => {
    const rows = heatRows(heat, "questions");
    expect(rows.map(({ hot, count }) => [hot, count])).toEqual([
      [false, 0],
      [true, 1],
      [false, 0],
      [false, 0],
    ]);
    expect(rows[1]?.pieces.filter(({ shade }) => shade !== null)).toMatchObject([{ text: "of", shade: 4 }]);
    expect(hottestOf(heat, "questions")).toBe(1);
  });

  it("says what each shade stands for", () => {
    expect(shadeKey(14)).toEqual([
      { shade: 1, least: 1 },
      { shade: 2, least: 4 },
      { shade: 3, least: 8 },
      { shade: 4, least: 11 },
    ]);
    expect(shadeKey(1)).toEqual([{ shade: 4, least: 1 }]);
    expect(shadeKey(0)).toEqual([]);
    expect(peakOf(heatRows({ ...heat, paragraphs: [] }, "comments"))).toBeNull();
  });
});

const day = (date: string, comments: number, replies = 0) => ({
  day: date,
  comments,
  replies,
  answers: 0,
  evidence: 0,
  stances: 0,
});

describe("the days", () => {
  it("are those of the course's own calendar", () => {
    const at = new Date("2026-11-12T23:30:00Z");
    expect(dayOf(at, "Europe/Zurich")).toBe("2026-11-13");
    expect(dayOf(at, "America/New_York")).toBe("2026-11-12");
    expect(dueDaysOf(choices, null, "Europe/Zurich").map((due) => due.day)).toEqual([
      "2026-11-12",
      "2026-11-20",
    ]);
    expect(dueDaysOf(choices, "w2", "UTC").map((due) => due.day)).toEqual(["2026-11-19"]);
  });

  it("go on to today and to what is due soon, and no further", () => {
    const spans = spansOf([day("2026-11-10", 2)], ["2026-11-20", "2026-12-24"], "2026-11-12");
    expect(spans.map((span) => span.day).at(-1)).toBe("2026-11-20");
    expect(spans).toHaveLength(11);
    expect(spans.filter(({ now }) => now).map((span) => span.day)).toEqual(["2026-11-12"]);
    expect(spans.at(-1)?.due).toEqual(["2026-11-20"]);
    expect(spansOf([], ["2026-11-20"], "2026-11-12")).toEqual([]);
  });

  it("are weeks in a long course, and nothing is lost in them", () => {
    const date = fc
      .integer({ min: 0, max: 200 })
      .map((n) => new Date(Date.UTC(2026, 2, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.uniqueArray(date, { minLength: 1 }), date, (dates, today) => {
        const days = dates.toSorted().map((each, index) => day(each, index + 1, index));
        const spans = spansOf(days, [], today);
        const sum = (of: readonly { comments: number; replies: number }[]) =>
          of.reduce((all, { comments, replies }) => all + comments + replies, 0);
        expect(sum(spans)).toBe(sum(days));
        if (spans[0]?.days === 7) expect(new Date(spans[0].day).getUTCDay()).toBe(1);
        expect(spans.length).toBeLessThanOrEqual(63);
      }),
    );
  });

  it("tell how much came on the day it was due", () => {
    expect(onDueDays([day("2026-11-11", 3), day("2026-11-12", 4, 1)], ["2026-11-12"])).toEqual({
      all: 8,
      onDue: 5,
    });
  });

  it("are drawn within their width, those that matter with their names", () => {
    const spans = spansOf(
      [day("2026-10-01", 2, 5), day("2026-10-08", 9)],
      ["2026-10-08", "2026-10-09"],
      "2026-11-01",
    );
    const { bars, base, floor } = drawBars(spans, 300);
    for (const bar of bars) {
      expect(bar.barLeft + bar.barWidth).toBeLessThanOrEqual(300.01);
      expect(base - bar.comments - bar.others).toBeGreaterThanOrEqual(0);
      expect(base + bar.replies).toBeLessThanOrEqual(floor);
      if (bar.span.due.length > 0 || bar.span.now) expect(bar.labelled).toBe(true);
    }
    expect(bars.filter(({ labelled }) => labelled).length).toBeLessThan(12);
  });
});

const person = (key: string, group: string | null, role: "student" | "instructor" = "student") => ({
  key,
  name: key,
  role,
  group,
});
const replies: Replies = {
  people: [
    person("ada", "B"),
    person("ines", null, "instructor"),
    person("kwame", "A"),
    person("li", "B"),
    person("zoe", null),
  ],
  ties: [
    { from: "ada", to: "li", count: 3 },
    { from: "li", to: "ada", count: 1 },
    { from: "ines", to: "kwame", count: 2 },
  ],
  talkers: [
    { id: "ada", given: 3, received: 1, partners: 1 },
    { id: "ines", given: 2, received: 0, partners: 1 },
    { id: "kwame", given: 0, received: 2, partners: 1 },
    { id: "li", given: 1, received: 3, partners: 1 },
    { id: "zoe", given: 0, received: 0, partners: 0 },
  ],
  hidden: [],
};

describe("who answers whom", () => {
  const everyGroup = new Set(["A", "B", NO_GROUP, STAFF]);

  it("stands in groups by name, those without one after them and staff last", () => {
    expect(rowsOf(replies, everyGroup).map(({ key, begins }) => [key, begins])).toEqual([
      ["kwame", false],
      ["ada", true],
      ["li", false],
      ["zoe", true],
      ["ines", true],
    ]);
  });

  it("has an arc for every two, both ways together, and says which cross", () => {
    const rows = rowsOf(replies, everyGroup);
    const arcs = arcsOf(rows, replies.ties);
    expect(arcs).toEqual([
      { one: "kwame", other: "ines", count: 2, across: true },
      { one: "ada", other: "li", count: 4, across: false },
    ]);
    const { height, shapes } = drawArcs(rows, arcs);
    expect(height).toBe(20 * (5 + 1.5));
    expect(shapes.map(({ path }) => path)).toEqual([
      expect.stringMatching(/^M2 10A.* 2 120$/),
      expect.stringMatching(/^M2 40A81\.3 10\.0 0 0 1 2 60$/),
    ]);
  });

  it("folds a group into one row, with what its people gave and got", () => {
    const rows = rowsOf(replies, new Set(["A"]));
    expect(rows.map(({ key, given, received }) => [key, given, received])).toContainEqual(["group B", 4, 4]);
    expect(arcsOf(rows, replies.ties)).toEqual([
      { one: "kwame", other: `group ${STAFF}`, count: 2, across: true },
    ]);
  });

  it("says with whom somebody talks, both ways together, the most first", () => {
    const among = (open: ReadonlySet<string>, key: string) => {
      const row = rowsOf(replies, open).find((each) => each.key === key);
      return row && partnersOf(row, replies).map(({ person, count }) => [person.key, count]);
    };
    expect(among(everyGroup, "ada")).toEqual([["li", 4]]);
    expect(among(everyGroup, "zoe")).toEqual([]);
    expect(among(new Set(["A"]), "group B")).toEqual([]);
    expect(among(new Set(), "group A")).toEqual([["ines", 2]]);
  });

  it("names the students whom nobody answered, and who answered nobody", () => {
    const { all, crossing, unanswered, silent, across } = talkOf(replies);
    expect([all, crossing]).toEqual([6, 2]);
    expect(unanswered.map(({ key }) => key)).toEqual(["zoe"]);
    expect(silent.map(({ key }) => key)).toEqual(["kwame", "zoe"]);
    expect(across.get("ines")).toBe(2);
  });
});

describe("who is falling behind", () => {
  const student = (
    reasons: { kind: "unread" | "unwritten" | "missing" | "late"; assignmentId: string; lateBy: number }[],
  ) => ({
    id: "m",
    name: "Kwame",
    seenAt: null,
    reasons,
  });

  it("is told by assignment, the newest first, each reason with its place", () => {
    const { at, more } = behindAt(
      choices,
      student([
        { kind: "unread", assignmentId: "w1", lateBy: 0 },
        { kind: "missing", assignmentId: "w1", lateBy: 0 },
        { kind: "late", assignmentId: "w2", lateBy: 7_200_000 },
      ]),
    );
    expect(more).toBe(0);
    expect(at.map(({ title, reasons }) => [title, reasons.map(({ path }) => path)])).toEqual([
      ["Week 2", ["/readings/r3"]],
      ["Week 1", ["/readings/r1", "/prompts/q1"]],
    ]);
  });

  it("says how late in words that fit", () => {
    const hour = 3_600_000;
    expect([1, 0.5 * hour, 2 * hour, 47 * hour, 60 * hour].map(latenessOf)).toEqual([
      { unit: "minutes", count: 1 },
      { unit: "minutes", count: 30 },
      { unit: "hours", count: 2 },
      { unit: "hours", count: 47 },
      { unit: "days", count: 3 },
    ]);
  });
});

describe("a letter as somebody reads it", () => {
  it("has the name in the place of its mark, whatever the name is made of", () => {
    expect(letterParts("Айгерім $& {name}", "Dear {name}, {name}!")).toEqual([
      { at: 0, text: "Dear ", filled: false },
      { at: 1, text: "Айгерім $& {name}", filled: true },
      { at: 2, text: ", ", filled: false },
      { at: 3, text: "Айгерім $& {name}", filled: true },
      { at: 4, text: "!", filled: false },
    ]);
    expect(letterParts("Ada", "Hello")).toEqual([{ at: 0, text: "Hello", filled: false }]);
  });

  it("is known not to be the one that had gone before", () => {
    const sent = { body: "Come back. ", to: ["a", "b"] };
    expect(isAsSent({ body: "Come back.", to: 2 }, sent)).toBe(true);
    expect(isAsSent({ body: "Come back.", to: 1 }, sent)).toBe(false);
    expect(isAsSent({ body: "Come.", to: 2 }, sent)).toBe(false);
  });
});
