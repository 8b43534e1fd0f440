import { describe, expect, it } from "vitest";
import type { MatrixPiece } from "@/domain/prompt/evidence";
import { FRAME, holdBack } from "./news";
import type { EvidencePage } from "./shapes";

const piece = (id: string, change: Partial<MatrixPiece> = {}): MatrixPiece => ({
  id,
  positionId: "p",
  dimensionId: "d",
  relation: "supports",
  readingId: "r",
  by: "liming",
  groupId: null,
  near: false,
  mine: false,
  filed: true,
  merged: false,
  head: null,
  changed: false,
  ...change,
});

const page = (pieces: MatrixPiece[], change: Partial<EvidencePage> = {}): EvidencePage => ({
  positions: [],
  dimensions: [],
  readings: [],
  voices: [],
  groups: [],
  ownGroups: [],
  heldBack: [],
  pieces,
  canRecord: true,
  canManage: false,
  ...change,
});

const none = new Set<string>();
const shows = (news: ReturnType<typeof holdBack>) => news.page.pieces.map(({ id }) => id).sort();

describe("what others do while the matrix is looked at", () => {
  it("waits, counted and by its cell; what one does oneself shows at once", () => {
    const now = page([piece("old"), piece("theirs"), piece("mine", { mine: true })]);
    const news = holdBack(page([piece("old")]), now, none);
    expect(shows(news)).toEqual(["mine", "old"]);
    expect([...news.waits]).toEqual(["theirs"]);
    expect([...news.fresh]).toEqual([["p.d", 1]]);
  });

  it("leaves what was moved and what was deleted where it was", () => {
    const shown = page([piece("moved"), piece("gone"), piece("mine", { mine: true })]);
    const now = page([piece("moved", { positionId: "q" })]);
    const news = holdBack(shown, now, none);
    expect(shows(news)).toEqual(["gone", "moved"]);
    expect(news.page.pieces.every(({ positionId }) => positionId === "p")).toBe(true);
    expect(news.waits).toEqual(new Set(["moved", "gone"]));
  });

  it("is shown where one changed others' oneself", () => {
    const shown = page([piece("moved"), piece("gone")]);
    const now = page([piece("moved", { relation: "challenges" })]);
    const news = holdBack(shown, now, new Set(["moved", "gone"]));
    expect(news.page).toBe(now);
    expect(news.waits.size).toBe(0);
  });

  it("lets one's own stand for itself where it was put under a piece that waits", () => {
    const own = piece("mine", { mine: true });
    const now = page([piece("new"), { ...own, merged: true, head: "new" }]);
    expect(holdBack(page([own]), now, none).page.pieces).toEqual([own]);
  });

  it("keeps the frame as it was, and the names of who wrote what is gone", () => {
    const liming = { key: "liming", name: "Li Ming", role: "student" } as const;
    const dimension = { id: "d", name: "Alliances", question: "" } as EvidencePage["dimensions"][number];
    const shown = page([piece("gone")], { voices: [liming], dimensions: [dimension] });
    const news = holdBack(shown, page([]), none);
    expect(news.waits).toEqual(new Set(["gone", FRAME]));
    expect(news.page.dimensions).toEqual([dimension]);
    expect(news.page.voices).toEqual([liming]);
  });
});
