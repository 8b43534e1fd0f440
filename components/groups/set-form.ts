import { nameKey } from "@/domain/frame/frame";
import { freeGroupName, type SetSave, USUAL_SIZE } from "@/domain/group/group";
import { type GroupSet, standingGroups } from "./board-state";

/** What is typed about a set; who stands where is taken from the set as it is when it is saved. */
export interface SetForm {
  name: string;
  size: string;
  mixed: boolean;
  /** The names of groups, by id, that were changed. */
  names: Readonly<Record<string, string>>;
  added: readonly { id: string; name: string }[];
  removed: readonly string[];
}

export const formOf = (set: GroupSet): SetForm => ({
  name: set.name,
  size: String(set.size ?? USUAL_SIZE),
  mixed: set.mixed,
  names: {},
  added: [],
  removed: [],
});

export interface GroupLine {
  id: string;
  name: string;
  /** By which it is called while its name is being changed. */
  known: string;
  empty: boolean;
}

/** The groups as the form has them, in their order. Whoever has people in it is not taken away. */
export const linesOf = (set: GroupSet, form: SetForm): GroupLine[] => [
  ...standingGroups(set)
    .filter(({ id, members }) => members.length > 0 || !form.removed.includes(id))
    .map(({ id, name, members }) => ({
      id,
      name: form.names[id] ?? name,
      known: name,
      empty: members.length === 0,
    })),
  ...form.added.map(({ id, name }) => ({ id, name: form.names[id] ?? name, known: name, empty: true })),
];

export const withGroup = (set: GroupSet, form: SetForm, id: string): SetForm => ({
  ...form,
  added: [
    ...form.added,
    { id, name: freeGroupName([...set.groups, ...linesOf(set, form)].map(({ name }) => name)) },
  ],
});

export const withoutGroup = (form: SetForm, id: string): SetForm =>
  form.added.some((group) => group.id === id)
    ? { ...form, added: form.added.filter((group) => group.id !== id) }
    : { ...form, removed: [...form.removed, id] };

/** Whether two groups go by one name. */
export const hasSameName = (lines: readonly GroupLine[]) =>
  new Set(lines.map(({ name }) => nameKey(name))).size < lines.length;

/** The form laid over the set as it stands: what is sent. */
export function saveOf(set: GroupSet, form: SetForm): SetSave {
  const members = new Map(set.groups.map((group) => [group.id, group.members.map(({ id }) => id)]));
  return {
    id: set.id,
    version: set.version,
    name: form.name,
    size: Number(form.size),
    mixed: form.mixed,
    groups: linesOf(set, form).map(({ id, name }) => ({ id, name, members: members.get(id) ?? [] })),
  };
}
