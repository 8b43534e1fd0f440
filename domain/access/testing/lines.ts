import type { Actor } from "../actor";
import { type Action, can, type FactsOf, type RoomFacts } from "../policy";

export const now = new Date("2026-03-10T12:00:00Z");
export const hours = (n: number) => new Date(now.getTime() + n * 60 * 60 * 1000);

/** Those asked, in the order of a line's columns; the author is a student of group A. */
export const actors = {
  instructor: { membershipId: "ines", role: "instructor", groupIds: [] },
  assistant: { membershipId: "tomasz", role: "assistant", groupIds: [] },
  author: { membershipId: "ada", role: "student", groupIds: ["A"] },
  classmate: { membershipId: "liming", role: "student", groupIds: ["A"] },
  otherGroup: { membershipId: "zofia", role: "student", groupIds: ["B"] },
  observer: { membershipId: "visitor", role: "observer", groupIds: [] },
} as const satisfies Record<string, Actor>;

export const open: RoomFacts = {
  publishedAt: hours(-48),
  opensAt: hours(-24),
  dueAt: hours(24),
  closesAt: hours(48),
  groupId: "A",
  othersVisible: true,
};
export const hidden = { ...open, othersVisible: false };
export const wholeClass = { ...open, groupId: null };
export const draft = { ...open, publishedAt: null };
export const early = { ...open, opensAt: hours(1) };
export const justOpened = { ...open, opensAt: now };
export const lastMoment = { ...open, closesAt: now };
export const closed = { ...open, closesAt: hours(-1) };

export interface Line {
  action: Action;
  situation: string;
  /** In the order of `actors`: y or -. */
  answers: string;
  ask: (actor: Actor) => boolean;
}

export const line = <Name extends Action>(
  action: Name,
  situation: string,
  answers: string,
  ...facts: FactsOf<Name>
): Line => ({ action, situation, answers, ask: (actor) => can(actor, action, ...facts) });
