import type { Id } from "@/domain/id";
import { divide, type GroupRules, type Student } from "./division";
import type { Layout } from "./layout";

/** A part of a class divided anew. */
export interface Part {
  /** The group that it goes on as; null for a new one. */
  groupId: Id | null;
  members: Student[];
}

/** To keep one who has written where their words are counts for more than to keep any number of others. */
const KEPT_WRITER = 1000;

const weight = (part: readonly Student[], members: readonly Student[]) =>
  part.reduce((sum, student) => {
    if (!members.some(({ id }) => id === student.id)) return sum;
    return sum + (student.written ? KEPT_WRITER : 1);
  }, 0);

/**
 * Divides a class anew and matches the parts with the groups that stand, so that as many as can stay where they have
 * written. In the order of the standing groups, new ones last; a group that is left without a part is dissolved.
 */
export function anew(layout: Layout, students: readonly Student[], rules: GroupRules, seed: string): Part[] {
  const parts = divide(students, rules, seed);
  const pairs = parts
    .flatMap((part, at) => layout.map((group, place) => ({ at, place, weight: weight(part, group.members) })))
    .sort((a, b) => b.weight - a.weight || a.place - b.place || a.at - b.at);
  const ofPart = new Map<number, number>();
  const taken = new Set<number>();
  for (const { at, place } of pairs) {
    if (ofPart.has(at) || taken.has(place)) continue;
    ofPart.set(at, place);
    taken.add(place);
  }
  return parts
    .map((members, at) => ({ members, place: ofPart.get(at) ?? layout.length + at }))
    .sort((a, b) => a.place - b.place)
    .map(({ members, place }) => ({ members, groupId: layout[place]?.id ?? null }));
}
