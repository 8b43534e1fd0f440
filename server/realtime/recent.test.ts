import { describe, expect, it } from "vitest";
import type { CommentRow } from "@/server/queries/comment";
import { Recent } from "./recent";
import { Tidings } from "./tidings";

const begin = new Date("2026-03-10T12:00:00Z");
const later = new Date(begin.getTime() + 60_000);
const naming = { names: "named", aliases: new Map() } as const;

/** An event about a comment as it stood at a revision. */
const news = (seq: number, id: string, revision: number) =>
  new Tidings(
    "room",
    {
      seq,
      type: "comment.edited",
      actor: { id: "ada", role: "student" },
      comment: { id, revision, body: `revision ${revision}` } as CommentRow,
    },
    naming,
  );

const inside = (recent: Recent, seq: number) =>
  recent.after(seq, 100).map((one) => [one.seq, one.comment?.body]);

describe("what a room keeps", () => {
  it("tells each event with its comment as that stands at the end", () => {
    const recent = new Recent(4);
    recent.append([news(5, "one", 1), news(6, "two", 1)], begin);
    recent.append([news(7, "one", 2)], begin);
    expect(inside(recent, 4)).toEqual([
      [5, "revision 2"],
      [6, "revision 1"],
      [7, "revision 2"],
    ]);
    expect(inside(recent, 6)).toEqual([[7, "revision 2"]]);
    expect(recent.after(4, 2)).toHaveLength(2);
  });

  it("is filled backwards without undoing what came later", () => {
    const recent = new Recent(6);
    recent.append([news(7, "one", 3)], begin);
    expect(recent.reaches(6)).toBe(true);
    expect(recent.reaches(4)).toBe(false);
    recent.prepend(4, [news(5, "one", 2), news(6, "two", 9)], begin);
    expect(recent.reaches(4)).toBe(true);
    expect(inside(recent, 4)).toEqual([
      [5, "revision 3"],
      [6, "revision 9"],
      [7, "revision 3"],
    ]);
  });

  it("lets go of what was heard a while ago, and knows how far it still reaches", () => {
    const recent = new Recent(0);
    recent.append([news(1, "one", 1), news(2, "two", 1)], begin);
    recent.append([news(3, "one", 2)], later);
    recent.trim(later);
    expect(recent.reaches(1)).toBe(false);
    expect(recent.reaches(2)).toBe(true);
    expect(inside(recent, 2)).toEqual([[3, "revision 2"]]);
    recent.trim(new Date(later.getTime() + 1));
    expect(recent.reaches(2)).toBe(false);
    expect(recent.reaches(3)).toBe(true);
    expect(inside(recent, 3)).toEqual([]);
  });
});
