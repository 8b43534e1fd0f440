import { describe, expect, it } from "vitest";
import { addPattern, type FrameDraft, faultsOf, frameDraft, freeColour, MOST_POSITIONS } from "./frame";
import { templateOf, templates } from "./templates";

let made = 0;
const newId = () => `01890a5d-ac96-774b-bcce-${String(++made).padStart(12, "0")}`;

const position = (name: string, short = name): FrameDraft["positions"][number] => ({
  id: newId(),
  name,
  short,
  line: "",
  account: "",
  sources: "",
  colour: "pos-1",
});
const dimension = (name: string) => ({ id: newId(), name, question: "" });

describe("a frame", () => {
  it("has no name twice, in whatever case", () => {
    const frame = { positions: [position("Charter"), position("CHARTER", "C2")], dimensions: [] };
    expect(faultsOf(frame)).toEqual([{ of: "positions", at: 1, field: "name", problem: "same-name" }]);
    expect(frameDraft.safeParse(frame).error?.issues[0]).toMatchObject({
      message: "same-name",
      path: ["positions", 1, "name"],
    });
  });

  it("has no short name twice, and no dimension", () => {
    const frame = {
      positions: [position("One", "Order"), position("Two", "order")],
      dimensions: [dimension("Force"), dimension(" force ")],
    };
    expect(faultsOf(frame).map(({ problem }) => problem)).toEqual(["same-short", "same-name"]);
  });

  it("takes no thing twice", () => {
    const one = position("One");
    expect(faultsOf({ positions: [one, { ...one, name: "Two", short: "2" }], dimensions: [] })).toMatchObject(
      [{ problem: "same-id" }],
    );
  });

  it("keeps short names fit to be typed in a citation", () => {
    const isFit = (short: string) =>
      frameDraft.safeParse({ positions: [position("A", short)], dimensions: [] }).success;
    expect(isFit("Charter")).toBe(true);
    expect(["[Charter]", "4 ¶9", "a|b", "x".repeat(25), " "].map(isFit)).toEqual(Array(5).fill(false));
  });

  it("has room for eight positions and twelve dimensions", () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `N${at}`);
    const frame = (positions: number, dimensions: number) =>
      frameDraft.safeParse({
        positions: many(positions).map((name) => position(name)),
        dimensions: many(dimensions).map(dimension),
      }).success;
    expect([frame(8, 12), frame(9, 1), frame(1, 13), frame(0, 0)]).toEqual([true, false, false, true]);
  });

  it("is tidied: lines without breaks, no spaces around", () => {
    const sent = { positions: [{ ...position(" The  Charter\n"), line: "a\nb " }], dimensions: [] };
    expect(frameDraft.parse(sent).positions[0]).toMatchObject({ name: "The Charter", line: "a b" });
  });
});

describe("colours", () => {
  it("are given out in order, each before one is given twice", () => {
    expect(freeColour([])).toBe("pos-1");
    expect(freeColour(["pos-1", "pos-2"])).toBe("pos-3");
    expect(freeColour(Array.from({ length: 8 }, (_, at) => `pos-${at + 1}`))).toBe("pos-1");
  });
});

describe("adding a pattern", () => {
  const empty: FrameDraft = { positions: [], dimensions: [] };

  it("adds what is not there by name, once however often it is done", () => {
    const motion = templateOf("motion");
    if (!motion) throw new Error("no such template");
    const begun = { ...empty, positions: [{ ...position("FOR THE MOTION", "Yes"), line: "Mine" }] };
    const once = addPattern(begun, motion, newId);
    expect(once.positions.map(({ name }) => name)).toEqual([
      "FOR THE MOTION",
      "Against the motion",
      "For an amendment",
    ]);
    expect(once.positions[0]?.line).toBe("Mine");
    expect(new Set(once.positions.map(({ colour }) => colour)).size).toBe(3);
    expect(addPattern(once, motion, newId)).toEqual(once);
  });

  it("stops where there is no room", () => {
    const full = templates.reduce((frame, template) => addPattern(frame, template, newId), empty);
    expect(full.positions).toHaveLength(MOST_POSITIONS);
    expect(frameDraft.safeParse(full).success).toBe(true);
  });
});

describe("templates", () => {
  it.each(templates)("$key makes a frame", (template) => {
    const frame = addPattern({ positions: [], dimensions: [] }, template, newId);
    expect(frameDraft.parse(frame)).toEqual(frame);
    expect(frame.positions).toHaveLength(template.positions.length);
    expect(frame.dimensions).toHaveLength(template.dimensions.length);
  });

  it("are told apart by their keys", () => {
    expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length);
    expect(templateOf("nothing")).toBeNull();
  });
});
