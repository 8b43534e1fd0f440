import { describe, expect, it } from "vitest";
import { MAX_COMMENT, MAX_SPANS, newComment } from "./comment";
import { shows, threadFilter } from "./filter";
import { seenThreads } from "./seen";

const uuid = "01890a5d-ac96-774b-bcce-b302099a8057";
const passage = { start: 0, end: 2, quote: "On" };
const sent = (change: object = {}) => ({
  id: uuid,
  readingId: uuid,
  paragraphId: uuid,
  passage: null,
  signal: null,
  audience: "group",
  body: "Words.",
  ...change,
});
const takes = (change: object) => newComment.safeParse(sent(change)).success;

describe("a new comment", () => {
  it("stands on a paragraph, on a passage of it, or on the whole reading", () => {
    expect(takes({})).toBe(true);
    expect(takes({ passage })).toBe(true);
    expect(takes({ paragraphId: null })).toBe(true);
    expect(takes({ paragraphId: null, passage })).toBe(false);
  });

  it("goes on over more paragraphs only from a passage, and not without end", () => {
    const spans = (count: number) => Array.from({ length: count }, () => ({ paragraphId: uuid, passage }));
    expect(takes({ passage, spans: spans(1) })).toBe(true);
    expect(takes({ spans: spans(1) })).toBe(false);
    expect(takes({ paragraphId: null, spans: spans(1) })).toBe(false);
    expect(takes({ spans: [] })).toBe(true);
    expect(takes({ passage, spans: spans(MAX_SPANS) })).toBe(true);
    expect(takes({ passage, spans: spans(MAX_SPANS + 1) })).toBe(false);
  });

  it("without words is a highlight: on a passage, and one's own", () => {
    for (const body of ["", " \n ", "\u0000"]) {
      expect(takes({ body, passage, audience: "private" })).toBe(true);
      expect(takes({ body, passage, audience: "group" })).toBe(false);
      expect(takes({ body, passage, audience: "instructors" })).toBe(false);
      expect(takes({ body, audience: "private" })).toBe(false);
    }
  });

  it("is as long as it may be, and no longer", () => {
    expect(takes({ body: "x".repeat(MAX_COMMENT) })).toBe(true);
    expect(takes({ body: "x".repeat(MAX_COMMENT + 1) })).toBe(false);
  });
});

describe("a filter", () => {
  it("shows one of the known things, of somebody or of anybody", () => {
    for (const show of shows) expect(threadFilter.safeParse({ show, person: null }).success).toBe(true);
    expect(threadFilter.safeParse({ show: "all", person: uuid }).success).toBe(true);
    expect(threadFilter.safeParse({ show: "theirs", person: null }).success).toBe(false);
    expect(threadFilter.safeParse({ show: "all", person: "" }).success).toBe(false);
    expect(threadFilter.safeParse({ show: "all" }).success).toBe(false);
  });
});

describe("what was seen", () => {
  const through = (text: string) =>
    seenThreads.safeParse({ readingId: uuid, threads: [{ id: uuid, through: text }] }).success;

  it("is up to a moment that the database knows as well", () => {
    expect(through("2026-03-10T12:00:00.000Z")).toBe(true);
    expect(through("0000-01-01T00:00:00Z")).toBe(false);
    expect(through("2026-03-10")).toBe(false);
    expect(through("")).toBe(false);
  });

  it("is everything, or some threads, but not none", () => {
    expect(seenThreads.safeParse({ readingId: uuid, threads: "all" }).success).toBe(true);
    expect(seenThreads.safeParse({ readingId: uuid, threads: [] }).success).toBe(false);
  });
});
