import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TrpcProvider } from "@/components/trpc/client";
import messages from "@/messages/en.json";
import { ActivityPicture } from "./activity-picture";
import { ActivityTable } from "./activity-table";
import { BehindList } from "./behind-part";
import { spansOf } from "./days";
import { dueDaysOf } from "./due-days";
import { DueNotes } from "./due-notes";
import { heatRows, peakOf } from "./heat";
import { HeatPicture } from "./heat-picture";
import { HeatTable } from "./heat-table";
import { LetterPreview } from "./letter-preview";
import { Bones, Loaded } from "./loaded";
import { QuestionList, waitingIn } from "./questions-part";
import { ReadingPicker } from "./reading-picker";
import { RepliesPicture } from "./replies-picture";
import { RepliesTable } from "./replies-table";
import { ScopePickers } from "./scope-pickers";
import type { Choices, Heat, OpenQuestion, Replies, StudentBehind } from "./shapes";

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
      <TrpcProvider>{part}</TrpcProvider>
    </NextIntlClientProvider>,
  );
const said = (html: string) => html.replace(/<[^>]+>/g, "");

const now = new Date("2026-11-22T09:30:00Z");
const readings = [
  { id: "r1", number: 1, title: "The list", comments: 2 },
  { id: "r2", number: 2, title: "Eleven meetings", comments: 14 },
];
const choices: Choices = {
  sections: [{ id: "s1", name: "Section 1" }],
  assignments: [
    {
      id: "w1",
      title: "Week 1",
      opensAt: new Date("2026-11-01T00:00:00Z"),
      dueAt: new Date("2026-11-12T22:00:00Z"),
      readings,
      prompts: [{ id: "q1", title: "Who counts?" }],
      blind: true,
    },
    {
      id: "w2",
      title: "Week 2",
      opensAt: new Date("2026-11-12T00:00:00Z"),
      dueAt: new Date("2026-11-19T22:00:00Z"),
      readings: [],
      prompts: [],
      blind: false,
    },
  ],
};
const question: OpenQuestion = {
  threadId: "t1",
  readingId: "r2",
  reading: 2,
  paragraphId: "p2",
  paragraph: 2,
  author: { key: "a", name: "Heron", role: "student" },
  body: "Who *made* the list?",
  at: new Date("2026-11-13T09:00:00Z"),
  same: 3,
  replies: 0,
  pinned: false,
};
const heat: Heat = {
  readingId: "r2",
  number: 2,
  title: "Eleven meetings",
  assignmentId: "w1",
  comments: 1,
  paragraphs: [
    {
      id: "h",
      number: null,
      kind: "heading",
      text: "Part one",
      language: "en",
      comments: 0,
      questions: 0,
      warm: [],
    },
    {
      id: "p1",
      number: 1,
      kind: "paragraph",
      text: "It began.",
      language: "en",
      comments: 0,
      questions: 0,
      warm: [],
    },
    {
      id: "p2",
      number: 2,
      kind: "paragraph",
      text: "Nine of the joint statements name it.",
      language: "en",
      comments: 9,
      questions: 1,
      warm: [{ from: 0, to: 28, comments: 9, asked: true }],
    },
  ],
};
const rows = heatRows(heat, "comments");

describe("the heat of the text", () => {
  const html = draw(
    <HeatPicture courseId="c" readingId="r2" of="comments" rows={rows} questions={[question]} now={now} />,
  );

  it("is the text itself, each paragraph and its warm words leading into the reader", () => {
    expect(html).toContain('<a class="pn" href="/courses/c/readings/r2#p-p2">');
    expect(html).toMatch(/class="warm sh-4 asked"[^>]*>Nine of the joint statements</);
    expect(said(html)).toContain("¶2, 9 comments and replies, 1 open question");
    expect(html).not.toContain("#p-h");
  });

  it("has the question in its place, with the way to answer it", () => {
    expect(html).toContain('href="/courses/c/readings/r2?thread=t1"');
    expect(said(html)).toContain("Heron 9 days · 3 ask the same");
    expect(said(html)).toContain("Who made the list?");
    expect(said(html)).toContain("Pin for class");
  });

  it("says the same in its table", () => {
    const table = draw(<HeatTable courseId="c" heat={heat} rows={rows} />);
    expect(table).toContain("Comments by paragraph, Eleven meetings");
    expect(table.match(/<tr/g)).toHaveLength(3);
  });

  it("has what is said of a heading as well, in both", () => {
    const [heading, ...others] = heat.paragraphs;
    if (!heading) throw new Error("there is a heading");
    const said = { ...heat, paragraphs: [{ ...heading, comments: 12 }, ...others] };
    const drawn = heatRows(said, "comments");
    const picture = (
      <HeatPicture courseId="c" readingId="r2" of="comments" rows={drawn} questions={[]} now={now} />
    );
    expect(draw(picture)).toContain("#p-h");
    expect(draw(<HeatTable courseId="c" heat={said} rows={drawn} />)).toContain('<td class="num">12</td>');
    expect(peakOf(drawn)?.paragraph.id).toBe("p2");
  });

  it("is chosen by reading, with how many questions wait in each", () => {
    const html = draw(
      <ReadingPicker
        readings={readings}
        reading={readings[1] ?? null}
        waiting={{ r2: 1 }}
        onReading={() => {}}
      />,
    );
    expect(html).toContain('aria-label="2 Eleven meetings, 1 open question"');
    expect(html).toContain('aria-label="1 The list"');
  });
});

describe("open questions", () => {
  it("lead to their threads, and can be let go again where they are pinned", () => {
    const open = { questions: [{ ...question, pinned: true }], waiting: { r2: 1 } };
    const html = draw(<QuestionList courseId="c" open={open} now={now} />);
    expect(html).toContain('aria-label="To the question, reading 2, ¶2"');
    expect(said(html)).toContain("Unpin");
    expect(said(draw(<QuestionList courseId="c" open={{ questions: [], waiting: {} }} now={now} />))).toBe(
      "No question waits for an answer.",
    );
  });

  it("are counted also where there are more than are listed", () => {
    const open = { questions: [question], waiting: { r1: 41, r2: 260 } };
    expect(waitingIn(open)).toBe(301);
    expect(said(draw(<QuestionList courseId="c" open={open} now={now} />))).toContain(
      "300 more wait in the texts.",
    );
  });
});

describe("who is falling behind", () => {
  const student: StudentBehind = {
    id: "m1",
    name: "Kwame Boateng",
    seenAt: new Date("2026-11-19T10:00:00Z"),
    reasons: [
      { kind: "unread", assignmentId: "w1", lateBy: 0 },
      { kind: "missing", assignmentId: "w1", lateBy: 0 },
    ],
  };
  const list = (students: StudentBehind[], isOne = false) =>
    draw(
      <BehindList
        courseId="c"
        meId="me"
        timeZone="UTC"
        choices={choices}
        isOne={isOne}
        students={students}
      />,
    );

  it("is a list in words, each leading to its place, and nobody is chosen yet", () => {
    const html = list([student]);
    expect(said(html)).toContain("Week 1: nothing read, answer missing");
    expect(html).toContain('href="/courses/c/readings/r1"');
    expect(html).toContain('href="/courses/c/prompts/q1"');
    expect(said(html)).toContain("here last Thu, Nov 19");
    expect(html).not.toContain("checked");
    expect(said(html)).toContain("Choose above whom to write to.");
    expect(said(list([student], true))).not.toContain("Week 1:");
  });

  it("says kindly that nobody is", () => {
    expect(said(list([]))).toContain("Nobody: everyone who has something due has read and written.");
  });

  it("shows the letter as one of them reads it", () => {
    const html = draw(<LetterPreview to={[student]} body="Dear {name}, come back." />);
    expect(html).toContain('<span class="filled">Kwame Boateng</span>');
    expect(said(html)).toContain("As Kwame Boateng reads it");
  });
});

describe("when they write", () => {
  const days = [{ day: "2026-11-12", comments: 21, replies: 5, answers: 2, evidence: 0, stances: 1 }];
  const dues = dueDaysOf(choices, null, "UTC");

  it("is bars by day with what was due, and a table of the same", () => {
    const picture = draw(
      <ActivityPicture
        spans={spansOf(
          days,
          dues.map(({ day }) => day),
          "2026-11-13",
        )}
      />,
    );
    expect(picture).toContain(
      "Thu, Nov 12, 2026: 21 comments, 3 answers, pieces of evidence and stances, 5 replies",
    );
    expect(picture.match(/class="day-bar on-due"/g)).toHaveLength(2);
    const table = draw(<ActivityTable days={days} dues={dues} />);
    expect(said(table)).toContain("Thu, Nov 12, 20262152");
    expect(said(table)).toContain("Week 1");
  });

  it("leads from what was due to its texts", () => {
    expect(draw(<DueNotes courseId="c" dues={dues} />)).toContain('href="/courses/c/readings/r2"');
  });
});

describe("who answers whom", () => {
  const replies: Replies = {
    people: [
      { key: "a", name: "Ada", role: "student", group: "A" },
      { key: "l", name: "Li Ming", role: "student", group: "B" },
    ],
    ties: [{ from: "a", to: "l", count: 4 }],
    talkers: [
      { id: "a", given: 4, received: 0, partners: 1 },
      { id: "l", given: 0, received: 4, partners: 1 },
    ],
    hidden: [],
  };

  it("is an arc between names that say it too, and a table", () => {
    const html = draw(<RepliesPicture replies={replies} />);
    expect(html.match(/<path class="across"/g)).toHaveLength(1);
    expect(said(html)).toContain("Ada, 4 given, 0 received");
    const table = draw(<RepliesTable replies={replies} />);
    expect(said(table)).toContain("AdaA4none14");
  });

  it("is folded into groups in a large class", () => {
    const people = Array.from({ length: 60 }, (_, index) => ({
      key: `${index}`,
      name: `Student ${index}`,
      role: "student" as const,
      group: `Group ${index % 6}`,
    }));
    const html = draw(<RepliesPicture replies={{ ...replies, people, ties: [], talkers: [] }} />);
    expect(html.match(/data-key/g)).toHaveLength(6);
  });
});

describe("what the page looks at", () => {
  it("is chosen by assignment and by section", () => {
    const html = draw(
      <ScopePickers choices={choices} scope={{ assignmentId: "w1", sectionId: null }} onScope={() => {}} />,
    );
    expect(html).toContain('<button type="button" aria-pressed="true">Week 1</button>');
    expect(html).toContain('<button type="button" aria-pressed="true">Everybody</button>');
  });

  it("is told by section of nothing that is graded blind", () => {
    const noted = (assignmentId: string | null, sectionId: string | null) =>
      draw(
        <ScopePickers choices={choices} scope={{ assignmentId, sectionId }} onScope={() => {}} />,
      ).includes("Nothing of Week 1 is told by section");
    expect(noted(null, "s1")).toBe(true);
    expect(noted(null, null)).toBe(false);
    expect(noted("w2", "s1")).toBe(false);
  });

  it("is waited for in its size, and asked for again where it did not come", () => {
    const query = {
      data: undefined,
      error: null,
      isPlaceholderData: false,
      isFetching: true,
      refetch: () => {},
    };
    const part = (more: object) =>
      draw(
        <Loaded query={{ ...query, ...more }} bones={<Bones lines={3} height="20px" />}>
          {() => null}
        </Loaded>,
      );
    expect(part({}).match(/bone-row/g)).toHaveLength(3);
    expect(said(part({ error: new Error("gone"), isFetching: false }))).toContain("Try again");
  });
});
