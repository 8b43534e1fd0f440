import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { flowOf, publishFlow } from "@/domain/prompt/flow";
import messages from "@/messages/en.json";
import { FlowPicture } from "./flow-picture";
import type { FlowPage } from "./shapes";

const table = flowOf(
  ["a", "b", null],
  [
    { from: "a", to: "a", count: 12 },
    { from: "a", to: "b", count: 11 },
    { from: "b", to: "b", count: 13 },
    { from: null, to: "a", count: 1 },
  ],
);
const position = (id: string, short: string, removed = false) => ({
  id,
  short,
  removed,
  name: `The ${short} order`,
  colour: "pos-1",
});
const page = (change: Partial<FlowPage>): FlowPage => ({
  positions: [position("a", "Charter"), position("b", "Spheres", true)],
  settings: { showsFlow: true, smallestGroup: 5 },
  full: true,
  flow: table,
  withheld: null,
  ...change,
});

const draw = (flow: FlowPage) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <FlowPicture courseId="c" flow={flow} />
    </NextIntlClientProvider>,
  );

const cellsOf = (html: string) =>
  [...html.matchAll(/<td class="n[^"]*">(.*?)<\/td>/g)].map(([, cell]) => cell);

describe("the flow on the page", () => {
  it("has its picture and, behind it, every number in a table", () => {
    const html = draw(page({}));
    expect(html.match(/class="band" d=/g)).toHaveLength(4);
    expect(cellsOf(html)).toEqual(
      [12, 11, 0, 23, 0, 13, 0, 13, 1, 0, 0, 1, 13, 24, 0, 37].map((count) => String(count)),
    );
    expect(html).toContain("Spheres (no longer in the frame)");
  });

  it("shows what is kept back nowhere, and says that it is", () => {
    const published = publishFlow(table, 5);
    const html = draw(page({ full: false, flow: published }));
    const numbers = cellsOf(html).filter((cell) => /^\d+$/.test(cell ?? ""));
    expect(numbers.every((number) => Number(number) >= 5)).toBe(true);
    expect(html).toContain("not shown");
    expect(html).toContain("no group under 5 is counted");
  });

  it("says so where the class is too small for any of it", () => {
    const html = draw(page({ full: false, flow: publishFlow(flowOf(["a", "b", null], []), 5) }));
    expect(html).not.toContain("<table");
    expect(html).toContain("too few to be shown");
  });
});
