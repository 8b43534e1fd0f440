import { describe, expect, it } from "vitest";
import { type Role, roles } from "./actor";
import { can } from "./policy";

const who = (action: "frame.write" | "term.write" | "term.discuss"): Role[] =>
  roles.filter((role) => can({ membershipId: "m", role, groupIds: [] }, action));

describe("the frame and the terms", () => {
  it("are staff's to write", () => {
    expect(who("frame.write")).toEqual(["instructor", "assistant"]);
    expect(who("term.write")).toEqual(["instructor", "assistant"]);
  });

  it("are everybody's to discuss but those who only look on", () => {
    expect(who("term.discuss")).toEqual(["instructor", "assistant", "student"]);
  });
});
