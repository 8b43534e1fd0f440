import type { Id } from "@/domain/id";
import { drawOf, type GroupRules, type Student } from "./division";

/** A group that stands, in the order of its set. */
export interface Standing {
  id: Id;
  members: Student[];
}

export type Layout = readonly Standing[];

/** How many of a group are of this mind. */
const alike = (group: Standing, { stance }: Student) =>
  group.members.filter((member) => member.stance === stance).length;

const smallestFirst = (one: Standing, other: Standing) => one.members.length - other.members.length;

const put = (layout: Layout, toId: Id, student: Student): Layout =>
  layout.map((group) => (group.id === toId ? { ...group, members: [...group.members, student] } : group));

const take = (layout: Layout, studentId: Id): Layout =>
  layout.map((group) => ({ ...group, members: group.members.filter(({ id }) => id !== studentId) }));

/** The group a newcomer goes to; undefined when all are full. */
function roomiest(layout: Layout, student: Student, { size, mixed }: GroupRules): Standing | undefined {
  const open = layout.filter((group) => group.members.length < size);
  // Sorting keeps the order of those that are alike: the first of them is taken.
  return [...open].sort(
    (a, b) => smallestFirst(a, b) || (mixed ? alike(a, student) - alike(b, student) : 0),
  )[0];
}

/** Of those who may move, whose going mixes both groups best; else one by lot. */
function whoGoes(from: Standing, to: Standing, { mixed }: GroupRules): Student | undefined {
  const gain = (student: Student) => (mixed ? alike(from, student) - alike(to, student) : 0);
  return from.members
    .filter(({ written }) => !written)
    .sort((a, b) => gain(b) - gain(a) || drawOf(a.id) - drawOf(b.id) || (a.id < b.id ? -1 : 1))[0];
}

/** Fills a small group from the large ones. Whoever has written stays where their words are. */
function evenOut(layout: Layout, intoId: Id, rules: GroupRules): Layout {
  const into = layout.find(({ id }) => id === intoId);
  if (!into) return layout;
  const from = layout
    .filter(
      ({ members }) => members.length - into.members.length > 1 && members.some((each) => !each.written),
    )
    .sort((a, b) => smallestFirst(b, a))[0];
  const student = from && whoGoes(from, into, rules);
  return student ? evenOut(put(take(layout, student.id), intoId, student), intoId, rules) : layout;
}

/**
 * Somebody comes: into the group where they wrote before, if it has room, from which another may then go to the smallest;
 * else into the smallest that has room (with `mixed`, where their mind is rarest among the smallest); else into a new
 * one, which others who have not written join.
 */
export function join(
  layout: Layout,
  student: Student,
  rules: GroupRules,
  how: { formerId: Id | null; newGroupId: () => Id },
): Layout {
  const former = layout.find(({ id, members }) => id === how.formerId && members.length < rules.size);
  if (former) {
    const back = put(layout, former.id, student);
    const least = [...back].sort(smallestFirst)[0];
    return least ? evenOut(back, least.id, rules) : back;
  }
  const open = roomiest(layout, student, rules);
  if (open) return put(layout, open.id, student);
  const id = how.newGroupId();
  return evenOut([...layout, { id, members: [student] }], id, rules);
}

/** Below this a group is too small to talk, where the others have room for it. */
const tooFew = ({ size }: GroupRules) => Math.max(2, Math.ceil(size / 2));

/** Takes a group away that has become too small, if nobody in it has written and the others can take them in. */
function close(layout: Layout, rules: GroupRules): Layout {
  const count = layout.reduce((sum, { members }) => sum + members.length, 0);
  const least = layout
    .filter(({ members }) => members.length < tooFew(rules) && members.every(({ written }) => !written))
    .sort(smallestFirst)[0];
  if (!least) return layout;
  const others = layout.filter(({ id }) => id !== least.id);
  if (least.members.length > 0 && count > rules.size * others.length) return layout;
  const taken = least.members.reduce<Layout | null>((held, student) => {
    const open = held && roomiest(held, student, rules);
    return open ? put(held, open.id, student) : null;
  }, others);
  return taken ?? layout;
}

/** Somebody goes: others who have not written even the groups out, and a group left empty or too small is closed. */
export function leave(layout: Layout, studentId: Id, rules: GroupRules): Layout {
  const left = layout.find(({ members }) => members.some(({ id }) => id === studentId));
  if (!left) return layout;
  return close(evenOut(take(layout, studentId), left.id, rules), rules);
}

/** Who stands in which group. */
export const placesOf = (layout: Layout): Map<Id, Id> =>
  new Map(layout.flatMap(({ id, members }) => members.map((member) => [member.id, id] as const)));
