import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { flowOf } from "@/domain/prompt/flow";
import messages from "@/messages/en.json";
import { coverageOf } from "./coverage";
import { CoveragePart } from "./coverage-part";
import { stepsOf, summaryOf } from "./journey-steps";
import { MovedPassages } from "./moved-passages";
import { SettingsPart } from "./settings-part";
import type { EvidencePage, Journey, UnansweredPrompt } from "./shapes";
import { StancePart } from "./stance-part";
import { Summary } from "./summary";
import { UnansweredPart } from "./unanswered-part";

const draw = (part: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      messages={messages}
      timeZone="UTC"
      onError={(error) => {
        throw error;
      }}
    >
      {part}
    </NextIntlClientProvider>,
  );

const positions = [
  { id: "a", name: "The alliance order", short: "Alliance", line: "", colour: "pos-1" },
  { id: "b", name: "The Charter order", short: "Charter", line: "", colour: "pos-5" },
];
const passage = {
  readingId: "r1",
  paragraphId: "p7",
  reading: 2,
  paragraph: 7,
  title: "Eleven meetings",
  text: "One phrase had gone missing.",
};
const stand = ({ id, name, short }: (typeof positions)[number]) => ({ id, name, short });
const stance = (index: number, readingId: string | null): Journey["path"][number] => {
  const position = positions[index] ?? positions[0];
  return {
    id: `${index}`,
    moment: readingId ? "afterReading" : "before",
    readingId,
    positionId: position?.id ?? null,
    betweenId: null,
    stand: position ? stand(position) : null,
    between: null,
    confidence: 2 + index,
    why: "",
    movedBy: readingId ? passage : null,
    at: new Date(index),
  };
};
const journeys: Journey[] = [
  { id: "m1", name: "Ada Okafor", path: [stance(0, null), stance(1, "r1")] },
  { id: "m2", name: "佐藤健", path: [stance(0, null)] },
  { id: "m3", name: "Kwame Boateng", path: [] },
];
const flow = {
  positions: positions.map(({ line: _line, ...position }) => ({ ...position, removed: false })),
  settings: { showsFlow: true, smallestGroup: 5 },
  full: true,
  withheld: null,
  flow: flowOf(
    ["a", "b", null],
    [
      { from: "a", to: "b", count: 1 },
      { from: "a", to: "a", count: 1 },
    ],
  ),
};
const piece = (id: string, relation: EvidencePage["pieces"][number]["relation"]) => ({
  id,
  positionId: "a",
  dimensionId: "x",
  relation,
  readingId: "r1",
  by: "m1",
  groupId: null,
  near: true,
  mine: false,
  filed: true,
  merged: false,
  head: null,
  changed: false,
});
const page: EvidencePage = {
  positions,
  dimensions: [
    { id: "x", name: "Alliances", question: "What is a promise worth?" },
    { id: "y", name: "Use of force", question: "" },
  ],
  readings: [{ id: "r1", number: 2, title: "Eleven meetings" }],
  voices: [],
  groups: [{ id: "g", name: "Group A" }],
  ownGroups: [],
  pieces: [piece("1", "supports"), piece("2", "challenges")],
  canRecord: true,
  heldBack: [],
  canManage: true,
};
const unanswered: UnansweredPrompt[] = [
  {
    promptId: "q",
    number: 3,
    title: "What did the count say?",
    assignment: "Week 2",
    answers: [
      {
        id: "w",
        author: { key: "m1", name: "Ada Okafor", role: "student", alias: "Heron" },
        positionId: "b",
        submittedAt: new Date("2026-11-10T09:00:00Z"),
        groupId: "g",
        read: 2,
      },
    ],
  },
];
const now = new Date("2026-11-22T09:30:00Z");

describe("the page's sentences", () => {
  it("say who moved and where to, what is disputed, and who has waited longest", () => {
    const html = draw(
      <Summary
        moves={summaryOf(journeys)}
        flow={flow}
        page={page}
        coverage={coverageOf(page)}
        unanswered={unanswered}
        now={now}
      />,
    );
    const said = html.replace(/<[^>]+>/g, "");
    expect(said).toContain("1 of 2 has moved, to: The Charter order.");
    expect(said).toContain("Most disputed: The alliance order on Alliances, 1 for and 1 against.");
    expect(said).toContain("1 answer waits for a reply, for 12 days.");
  });
});

describe("the stances", () => {
  const html = draw(
    <StancePart
      courseId="c"
      flow={flow}
      steps={stepsOf(journeys, page.readings)}
      moves={summaryOf(journeys)}
      blind={[]}
    />,
  );

  it("are a line a student, and a table with names and what moved them", () => {
    expect(html.match(/<g class="who"/g)).toHaveLength(2);
    expect(html).toContain("Ada Okafor: Alliance → Charter");
    const table = html.slice(html.indexOf("Stances by student"));
    expect(table).toContain('href="/courses/c/readings/r1#p-p7"');
    expect(table).toContain("has not said yet");
  });

  it("stand beside the flow with all of its numbers", () => {
    expect(html).toContain('class="flow-table"');
    expect(html).toContain("2 of 3 students have said");
  });

  it("go without names, and say why, while something is graded blind", () => {
    const unnamed = journeys.map((journey) => ({ ...journey, name: null }));
    const blind = draw(
      <StancePart
        courseId="c"
        flow={flow}
        steps={stepsOf(unnamed, page.readings)}
        moves={summaryOf(unnamed)}
        blind={["Week 2"]}
      />,
    );
    expect(blind).toContain("The paths go without names while Week 2 is graded blind");
    expect(blind).toContain("A student: Alliance → Charter");
    expect(blind.match(/<th scope="row"[^>]*>A student/g)).toHaveLength(2);
    expect(blind).not.toContain(">has not said yet<");
    expect(blind).toContain("1 student has not said yet.");
  });

  it("say kindly that there are none, or no positions", () => {
    const empty = { steps: stepsOf([], []), moves: summaryOf([]), blind: [] };
    const none = draw(<StancePart courseId="c" flow={flow} {...empty} />);
    expect(none).toContain("Nobody has said where they stand yet");
    const without = draw(<StancePart courseId="c" flow={{ ...flow, positions: [] }} {...empty} />);
    expect(without).toContain('href="/courses/c/frame"');
  });
});

describe("the other parts", () => {
  it("lead from a passage into the reader, with where it took them", () => {
    const html = draw(
      <MovedPassages
        courseId="c"
        positions={flow.positions}
        moved={[{ passage, stances: 2, moves: [{ from: { positionId: "a" }, to: "b", count: 2 }] }]}
      />,
    );
    expect(html).toContain("#p-p7");
    expect(html.replace(/<[^>]+>/g, "")).toContain("named twice, 2 went elsewhereAlliance → Charter 2");
  });

  it("give each cell as figures, in words and with its address, and list the gaps", () => {
    const html = draw(<CoveragePart courseId="c" page={page} coverage={coverageOf(page)} />);
    expect(html).toContain(
      "The alliance order, Alliances: 2 passages, 1 support, 0 qualify, 1 challenge; evenly split",
    );
    expect(html.match(/href="\/courses\/c\/evidence\?cell=b\.y"/g)).toHaveLength(2);
    expect(html).toContain("3 gaps");
  });

  it("lead to each answer that waits", () => {
    const html = draw(
      <UnansweredPart
        courseId="c"
        timeZone="Europe/Zurich"
        now={now}
        prompts={unanswered}
        positions={flow.positions}
        groups={page.groups}
      />,
    );
    expect(html).toContain("/courses/c/prompts/q?view=class&amp;response=w");
    expect(html).toContain("Charter · Group A · read by 2");
    expect(html).toContain("12 days");
  });

  it("tell an assistant how the flow is set, without a way to change it", () => {
    const html = draw(<SettingsPart courseId="c" settings={flow.settings} canManage={false} />);
    expect(html).toContain("No group under 5 is counted for them.");
    expect(html).not.toContain("<input");
  });
});
