import { z } from "zod";
import { isStaff, type Role } from "@/domain/access/actor";
import { id } from "@/domain/id";
import { moment } from "@/domain/moment";

export const notificationKinds = [
  "reply",
  "mention",
  "answer",
  "graded",
  "asked",
  "dates",
  "dueSoon",
  "letter",
] as const;
export type NotificationKind = (typeof notificationKinds)[number];

export const deliveries = ["atOnce", "daily", "never"] as const;
export type Delivery = (typeof deliveries)[number];

export type Choices = Record<NotificationKind, Delivery>;

/** How somebody is written to who chose nothing: what is talk waits for the morning, what asks something does not. */
const customary: Choices = {
  reply: "daily",
  mention: "atOnce",
  answer: "atOnce",
  graded: "atOnce",
  asked: "daily",
  dates: "atOnce",
  dueSoon: "atOnce",
  letter: "atOnce",
};

/** What holds for a person: what they chose, and what is customary for the rest. */
export const choicesOf = (chosen: readonly { kind: NotificationKind; delivery: Delivery }[]): Choices => ({
  ...customary,
  ...Object.fromEntries(chosen.map(({ kind, delivery }) => [kind, delivery])),
});

/** Whom each kind can reach: everybody who writes, students alone, staff alone, or whoever is in a course. */
const reaches: Record<NotificationKind, (role: Role) => boolean> = {
  reply: (role) => role !== "observer",
  mention: () => true,
  answer: (role) => role !== "observer",
  graded: (role) => role === "student",
  asked: (role) => isStaff({ role }),
  dates: (role) => role === "student",
  dueSoon: (role) => role === "student",
  letter: () => true,
};

/** The kinds that somebody in these roles can be told of, over all courses; who is in none yet may become a student. */
export function kindsFor(roles: readonly Role[]): NotificationKind[] {
  const all: readonly Role[] = roles.length === 0 ? ["student"] : roles;
  return notificationKinds.filter((kind) => all.some(reaches[kind]));
}

export const choice = z.object({ kind: z.enum(notificationKinds), delivery: z.enum(deliveries) });
export type Choice = z.infer<typeof choice>;

/** How many notifications a page of the list has. */
export const PAGE = 30;

/** A count beyond this is shown as "this and more". */
export const MOST_COUNTED = 50;

/** Where a page of the list goes on: after this moment, and after this row of that moment. */
export const pageAfter = z.object({ at: moment, id });
export type PageAfter = z.infer<typeof pageAfter>;
