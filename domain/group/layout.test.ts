import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divide, type GroupRules, type Student } from "./division";
import { join, type Layout, leave, placesOf } from "./layout";

interface Class {
  rules: GroupRules;
  layout: Layout;
  /** Where whoever has gone had written. */
  former: Map<string, string>;
  made: number;
}
type Act =
  | { kind: "join"; stance: string | null }
  | { kind: "leave"; who: number }
  | { kind: "write"; who: number }
  | { kind: "return"; who: number };

const nat = fc.nat({ max: 1000 });
const stance = fc.constantFrom("charter", "spheres", "tianxia", null);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("join" as const), stance }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("leave" as const), who: nat }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("write" as const), who: nat }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("return" as const), who: nat }) },
);
const rules = fc.record({ size: fc.integer({ min: 2, max: 7 }), mixed: fc.boolean() });
const classes = fc.record({
  rules,
  first: fc.array(stance, { maxLength: 30 }),
  acts: fc.array(act, { maxLength: 60 }),
});

const people = (layout: Layout) => layout.flatMap(({ members }) => members);
const sizes = (layout: Layout) => layout.map(({ members }) => members.length);

function come(held: Class, student: Student, formerId: string | null): Class {
  const layout = join(held.layout, student, held.rules, {
    formerId,
    newGroupId: () => `group ${held.layout.length} of ${held.made}`,
  });
  return { ...held, layout, made: held.made + 1 };
}

function done(held: Class, what: Act): Class {
  const there = people(held.layout);
  if (what.kind === "join") {
    return come(held, { id: `student ${held.made}`, stance: what.stance, written: false }, null);
  }
  if (what.kind === "return") {
    const [id, groupId] = [...held.former][what.who % Math.max(1, held.former.size)] ?? [];
    if (!id || !groupId) return held;
    const former = new Map([...held.former].filter(([each]) => each !== id));
    return come({ ...held, former }, { id, stance: null, written: true }, groupId);
  }
  const student = there[what.who % Math.max(1, there.length)];
  if (!student) return held;
  if (what.kind === "leave") {
    const place = student.written ? placesOf(held.layout).get(student.id) : undefined;
    const former = place ? new Map([...held.former, [student.id, place]]) : held.former;
    return { ...held, former, layout: leave(held.layout, student.id, held.rules) };
  }
  const layout = held.layout.map((group) => ({
    ...group,
    members: group.members.map((each) => (each.id === student.id ? { ...each, written: true } : each)),
  }));
  return { ...held, layout };
}

function begin({ rules: how, first }: { rules: GroupRules; first: (string | null)[] }): Class {
  const students = first.map((each, at) => ({ id: `first ${at}`, stance: each, written: false }));
  const layout = divide(students, how, "set").map((members, at) => ({ id: `made ${at}`, members }));
  return { rules: how, layout, former: new Map(), made: 0 };
}

/** Every class on the way, with the one before it. */
function* course(what: { rules: GroupRules; first: (string | null)[]; acts: Act[] }) {
  let held = begin(what);
  for (const each of what.acts) {
    const before = held;
    held = done(held, each);
    yield { before, held, act: each };
  }
}

describe("people who come, go and write, in any order", () => {
  it("stand in one group each, and no group has more than its size or nobody", () => {
    fc.assert(
      fc.property(classes, (what) => {
        for (const { held } of course(what)) {
          const all = people(held.layout).map(({ id }) => id);
          expect(new Set(all).size).toBe(all.length);
          expect(sizes(held.layout).every((size) => size > 0 && size <= held.rules.size)).toBe(true);
        }
      }),
    );
  });

  it("are not moved once they have written", () => {
    fc.assert(
      fc.property(classes, (what) => {
        for (const { before, held } of course(what)) {
          const places = placesOf(held.layout);
          const was = placesOf(before.layout);
          for (const { id, written } of people(before.layout)) {
            if (written && places.has(id)) expect(places.get(id)).toBe(was.get(id));
          }
        }
      }),
    );
  });

  it("leave no group smaller by two than one from which somebody could still come", () => {
    fc.assert(
      fc.property(classes, (what) => {
        for (const { held } of course(what)) {
          const least = Math.min(...sizes(held.layout));
          const could = held.layout.filter(({ members }) => members.some(({ written }) => !written));
          for (const { members } of could) expect(members.length - least).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("move nobody but the newcomer while there is room", () => {
    fc.assert(
      fc.property(classes, (what) => {
        for (const { before, held, act: last } of course(what)) {
          if (last.kind !== "join" || sizes(before.layout).every((size) => size >= before.rules.size))
            continue;
          const was = placesOf(before.layout);
          const places = placesOf(held.layout);
          expect([...was].every(([id, place]) => places.get(id) === place)).toBe(true);
        }
      }),
    );
  });

  it("are spread by mind: a newcomer goes where theirs is rarest among the smallest", () => {
    fc.assert(
      fc.property(classes, stance, ({ rules: how, first }, mind) => {
        const held = begin({ rules: { ...how, mixed: true }, first });
        const open = held.layout.filter(({ members }) => members.length < how.size);
        if (open.length === 0) return;
        const least = Math.min(...sizes(open));
        const alike = ({ members }: { members: Student[] }) =>
          members.filter((each) => each.stance === mind).length;
        const rarest = Math.min(...open.filter(({ members }) => members.length === least).map(alike));
        const after = come(held, { id: "new", stance: mind, written: false }, null);
        const group = after.layout.find(({ members }) => members.some(({ id }) => id === "new"));
        expect(group?.members).toHaveLength(least + 1);
        expect(group && alike(group)).toBe(rarest + 1);
      }),
    );
  });
});

describe("two pairs", () => {
  const pair = (id: string, written: boolean, ...names: string[]) => ({
    id,
    members: names.map((name) => ({ id: name, stance: null, written })),
  });
  const how = { size: 2, mixed: false };
  const newcomer = { id: "Eva", stance: null, written: false };
  const at = { formerId: null, newGroupId: () => "new" };

  it("open a third for a newcomer, whom others join only where that evens them out", () => {
    const layout = [pair("one", true, "Ada", "Bo"), pair("two", false, "Cy", "Di")];
    expect(sizes(join(layout, newcomer, how, at))).toEqual([2, 2, 1]);
    const three = [pair("one", true, "Ada", "Bo"), pair("two", false, "Cy", "Di", "Fu")];
    const joined = join(three, newcomer, { size: 3, mixed: false }, at);
    expect(sizes(joined)).toEqual([3, 3]);
  });

  it("become one when half of each has gone, unless somebody has written there", () => {
    const quiet = [pair("one", false, "Ada", "Bo"), pair("two", false, "Cy")];
    expect(leave(quiet, "Bo", how).map(({ members }) => members.map(({ id }) => id))).toEqual([
      ["Cy", "Ada"],
    ]);
    const loud = [pair("one", true, "Ada", "Bo"), pair("two", true, "Cy")];
    expect(sizes(leave(loud, "Bo", how))).toEqual([1, 1]);
  });

  it("take back whoever wrote in one of them, though the other is smaller", () => {
    const layout = [pair("one", true, "Ada", "Bo"), pair("two", true, "Cy")];
    const back = join(
      layout,
      { ...newcomer, written: true },
      { size: 4, mixed: false },
      { ...at, formerId: "one" },
    );
    expect(placesOf(back).get("Eva")).toBe("one");
  });

  it("even out when whoever wrote in the larger comes back", () => {
    const layout = [pair("one", false, "Ada", "Bo", "Cy"), pair("two", false, "Di", "Fu")];
    const back = join(
      layout,
      { ...newcomer, written: true },
      { size: 4, mixed: false },
      { ...at, formerId: "one" },
    );
    expect(placesOf(back).get("Eva")).toBe("one");
    expect(sizes(back)).toEqual([3, 3]);
  });
});
