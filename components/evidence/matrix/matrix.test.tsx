import { NextIntlClientProvider } from "next-intl";
import { createRef } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { evidenceRelations } from "@/domain/prompt/contest";
import type { MatrixPiece } from "@/domain/prompt/evidence";
import messages from "@/messages/en.json";
import { MOST_MARKS } from "../cell-marks";
import { DeskContext } from "../desk-context";
import { figuresOf } from "../figures";
import type { EvidencePage } from "../shapes";
import { readView } from "../view";
import { Matrix } from "./matrix";

const position = (id: string, name: string) => ({ id, name, short: name, line: "", colour: "pos-1" });
const piece = (change: Partial<MatrixPiece>, at: number): MatrixPiece => ({
  id: `e${at}`,
  positionId: "p1",
  dimensionId: "d1",
  relation: "supports",
  readingId: "r1",
  by: "ada",
  groupId: null,
  near: false,
  mine: false,
  filed: true,
  merged: false,
  head: null,
  changed: false,
  ...change,
});
const page = (pieces: MatrixPiece[]): EvidencePage => ({
  positions: [position("p1", "Indivisible security"), position("p2", "The Charter order")],
  dimensions: [
    { id: "d1", name: "Smaller neighbours", question: "" },
    { id: "d2", name: "Alliances", question: "" },
  ],
  readings: [{ id: "r1", number: 4, title: "Four" }],
  voices: [],
  groups: [],
  ownGroups: [],
  pieces,
  canRecord: true,
  heldBack: [],
  canManage: false,
});

function draw(pieces: MatrixPiece[], query = "") {
  const view = readView(new URLSearchParams(query));
  const nothing = () => undefined;
  const waiting = { count: 0, fresh: new Map(), show: nothing, release: nothing, status: "live" as const };
  const place = { courseId: "c", meId: "m", timeZone: "UTC", staff: false };
  const desk = { ...place, waiting, flow: null, say: nothing };
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <DeskContext value={{ ...desk, page: page(pieces) }}>
        <Matrix
          view={view}
          figures={figuresOf(page(pieces), view)}
          tableRef={createRef()}
          at={null}
          onAt={() => undefined}
          onOpen={() => undefined}
          panelId="panel"
        />
      </DeskContext>
    </NextIntlClientProvider>,
  );
}
const count = (html: string, words: string) => html.split(words).length - 1;
const relations = (...counts: number[]) =>
  evidenceRelations.flatMap((relation, index) => Array.from({ length: counts[index] ?? 0 }, () => relation));

describe("the matrix", () => {
  it("says of each cell what stands in it", () => {
    const html = draw(relations(4, 2, 3).map((relation, at) => piece({ relation, changed: at === 0 }, at)));
    expect(html).toContain(
      "Indivisible security, Smaller neighbours: 9 passages, 4 support, 2 qualify, 3 challenge, contested; 1 to check",
    );
    expect(html).toContain("The Charter order, Alliances: no evidence yet");
  });

  it("is a grid with one stop for Tab, whatever its styles make of it", () => {
    const html = draw([]);
    expect(count(html, 'role="grid"')).toBe(1);
    expect(count(html, 'role="row"')).toBe(4);
    expect(count(html, 'role="rowheader"')).toBe(3);
    expect(count(html, 'role="columnheader"')).toBe(2);
    expect(count(html, 'tabindex="0"')).toBe(1);
    expect(count(html, 'tabindex="-1"')).toBe(3);
  });

  it("draws no more squares for two thousand pieces than one can look at", () => {
    const html = draw(relations(900, 200, 900).map((relation, at) => piece({ relation }, at)));
    expect(count(html, 'class="ev ')).toBe(MOST_MARKS);
    expect(html).toContain(`+${2000 - MOST_MARKS}`);
  });

  it("does not take what a filter leaves out for what nobody has found", () => {
    const html = draw([piece({}, 1)], "without=supports");
    expect(html).toContain(
      "Indivisible security, Smaller neighbours: nothing of what is asked for; 1 passage left out",
    );
  });
});
