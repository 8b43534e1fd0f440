import { createParser, type EventSourceMessage } from "eventsource-parser";
import { describe, expect, it } from "vitest";
import type { Frame } from "@/domain/comment/wire";
import { atLine, commentLine, endLine, presenceLine, resetLine } from "./lines";

function parsed(text: string): EventSourceMessage[] {
  const events: EventSourceMessage[] = [];
  createParser({ onEvent: (event) => events.push(event) }).feed(text);
  return events;
}

const room = "018f0000-0000-7000-8000-000000000001";
const frame = {
  room,
  seq: 7,
  type: "comment.posted",
  actor: "k",
  comment: { body: "two\nlines\r\nand: a colon\u2028" },
} as Frame;
const sighting = {
  key: "k",
  name: "Ada\nLovelace",
  role: "student",
  at: 3,
  typing: null,
  gone: false,
} as const;

describe("the lines of the stream", () => {
  it("come out of a parser as they went in, whatever people write", () => {
    const cursor = `${room}:7`;
    const text =
      commentLine(frame) +
      atLine(cursor) +
      presenceLine(sighting) +
      resetLine(cursor) +
      endLine("signed-out");
    expect(parsed(text)).toEqual([
      { id: cursor, event: "comment", data: JSON.stringify(frame) },
      { id: undefined, event: "at", data: cursor },
      { id: undefined, event: "presence", data: JSON.stringify(sighting) },
      { id: undefined, event: "reset", data: cursor },
      { id: undefined, event: "end", data: '{"reason":"signed-out"}' },
    ]);
  });
});
