import type { Transaction } from "@/server/adapters/db";
import { openRoom, roomId } from "@/server/adapters/event-log";
import type { DemoClock } from "./clock";
import type { Demo, DemoPerson } from "./content/types";
import type { Ids } from "./ids";
import type { DemoLog } from "./log";
import type { Texts } from "./texts";

export interface Talk {
  demo: Demo;
  courseId: string;
  ids: Ids;
  clock: DemoClock;
  texts: Texts;
  /** A reading's number in the course, by its key. */
  numbers: Map<string, number>;
  log: DemoLog;
  /** The rooms that stand already. */
  opened: Set<string>;
}

/** The block a comment, a piece of evidence or a citation names. */
export function blockOf({ texts }: Talk, reading: string, block: number) {
  const found = texts.get(reading)?.[block - 1];
  if (!found) throw new Error(`The demo names an unknown paragraph: ${reading} ${block}`);
  return found;
}

export const groupOf = (talk: Talk, person: Pick<DemoPerson, "group"> | undefined) =>
  person?.group ? talk.ids.of("group", person.group) : null;

export async function roomOf(tx: Transaction, talk: Talk, assignment: string, groupId: string | null) {
  const address = { courseId: talk.courseId, assignmentId: talk.ids.of("assignment", assignment), groupId };
  const id = roomId(address);
  if (!talk.opened.has(id)) await openRoom(tx, address);
  talk.opened.add(id);
  return id;
}

/** Where somebody answers a prompt: in their group, or before the whole class. */
export function roomOfPrompt(
  tx: Transaction,
  talk: Talk,
  key: string,
  person: Pick<DemoPerson, "group"> | undefined,
) {
  const prompt = talk.demo.prompts.find((one) => one.key === key);
  if (!prompt) throw new Error(`The demo names an unknown prompt: ${key}`);
  return roomOf(tx, talk, prompt.assignment, prompt.wholeClass ? null : groupOf(talk, person));
}
