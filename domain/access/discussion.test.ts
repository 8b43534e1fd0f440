import { describe, expect, it } from "vitest";
import { type Discussion, hasOpened, isClosed, othersVisible } from "./discussion";

const at = (time: string) => new Date(`2026-03-10T${time}Z`);
const discussion: Discussion = {
  publishedAt: at("00:00:00"),
  opensAt: at("08:00:00"),
  dueAt: at("12:00:00"),
  closesAt: at("23:59:59.999"),
  visibility: "open",
  postFirst: 0,
};

describe("a discussion's clock", () => {
  it("opens at the moment named, and never while it is a draft", () => {
    expect(hasOpened(discussion, at("07:59:59.999"))).toBe(false);
    expect(hasOpened(discussion, at("08:00:00"))).toBe(true);
    expect(hasOpened({ ...discussion, publishedAt: null }, at("09:00:00"))).toBe(false);
  });

  it("takes what is sent in its last millisecond", () => {
    expect(isClosed(discussion, at("23:59:59.999"))).toBe(false);
    expect(isClosed(discussion, new Date("2026-03-11T00:00:00Z"))).toBe(true);
  });
});

describe("classmates' words", () => {
  it("show at once where the discussion is open", () => {
    expect(othersVisible(discussion, 0, at("09:00:00"))).toBe(true);
  });

  it("show after as many comments of one's own as are owed", () => {
    const postFirst: Discussion = { ...discussion, visibility: "postFirst", postFirst: 2 };
    expect([0, 1, 2, 3].map((own) => othersVisible(postFirst, own, at("09:00:00")))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("show when the due moment has passed", () => {
    const untilDue: Discussion = { ...discussion, visibility: "closedUntilDue" };
    expect(othersVisible(untilDue, 9, at("12:00:00"))).toBe(false);
    expect(othersVisible(untilDue, 0, at("12:00:00.001"))).toBe(true);
  });
});
