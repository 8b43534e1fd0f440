import { describe, expect, it } from "vitest";
import { freeGroupName, groupName, LEAST_SIZE, MOST_SIZE, newSet, setSave } from "./group";

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const made = { id: id(1), kind: "automatic" };

describe("a set of groups", () => {
  it.each([1, 0, -2, 2.5, MOST_SIZE + 1, 1000])("of %s is none", (size) => {
    expect(newSet.safeParse({ ...made, size }).success).toBe(false);
  });

  it.each([LEAST_SIZE, MOST_SIZE])("of %s is one", (size) => {
    expect(newSet.safeParse({ ...made, size }).success).toBe(true);
  });

  it("may be a class of a thousand in pairs", () => {
    const groups = Array.from({ length: 500 }, (_, at) => ({
      id: id(at + 10),
      name: groupName(at),
      members: [id(2 * at + 1000), id(2 * at + 1001)],
    }));
    const save = { id: id(1), version: 1, name: "Pairs", size: 2, mixed: false, groups };
    expect(setSave.safeParse(save).success).toBe(true);
  });

  it("names each group once, however the names are written, and nobody twice", () => {
    const group = (n: number, name: string, members: string[] = []) => ({ id: id(n), name, members });
    const faults = (...groups: ReturnType<typeof group>[]) =>
      setSave
        .safeParse({ id: id(1), version: 1, name: "Pairs", size: 2, mixed: false, groups })
        .error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];
    expect(faults(group(2, "Caf\u00e9"), group(3, " cafe\u0301\u0000 "))).toEqual([
      ["groups.1.name", "same-name"],
    ]);
    expect(faults(group(2, " \t\n"))).toEqual([["groups.0.name", "empty"]]);
    expect(faults(group(2, "A", [id(9)]), group(3, "B", [id(9)]))).toEqual([
      ["groups.1.members", "same-person"],
    ]);
    expect(faults(group(2, "<b>=1+1</b>"), group(3, "__proto__"), group(4, "constructor"))).toEqual([]);
  });

  it("gives a new group the first usual name that is free", () => {
    expect(freeGroupName(["group a", "GROUP C"])).toBe("Group B");
    expect(groupName(26)).toBe("Group AA");
  });
});
