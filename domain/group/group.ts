import { z } from "zod";
import { nameKey } from "@/domain/frame/frame";
import { clientId, type Id, id } from "@/domain/id";
import { lineOfText } from "@/domain/text";
import { version } from "@/domain/version";

/** `manual`: staff say who stands where. `sections`: one group a section. `automatic`: filled as people come. */
const setKinds = ["manual", "sections", "automatic"] as const;
export type SetKind = (typeof setKinds)[number];

export const LEAST_SIZE = 2;
export const MOST_SIZE = 60;
export const USUAL_SIZE = 4;
/** In UTF-16 units. */
export const MOST_NAME = 60;
const MOST_MEMBERS = 1000;
/** As many as the largest class in the smallest groups. */
const MOST_GROUPS = MOST_MEMBERS / LEAST_SIZE;

const name = lineOfText(MOST_NAME);
const size = z.int().min(LEAST_SIZE).max(MOST_SIZE);

/** A new way of dividing a course. Without a name it gets one that is free. */
export const newSet = z.object({
  id: clientId,
  name: name.optional(),
  kind: z.enum(setKinds),
  size: size.default(USUAL_SIZE),
  mixed: z.boolean().default(false),
});
export type NewSet = z.infer<typeof newSet>;

const groupDraft = z.object({ id, name, members: z.array(id).max(MOST_MEMBERS) });

/** What stands twice among these, each time the later one's place. */
function twice(keys: readonly string[]): number[] {
  return keys.flatMap((key, at) => (keys.indexOf(key) < at ? [at] : []));
}

/** A whole set as it is saved: its groups in their order with everybody who stands in them. */
export const setSave = z
  .object({ id, version, name, size, mixed: z.boolean(), groups: z.array(groupDraft).max(MOST_GROUPS) })
  .superRefine(({ groups }, context) => {
    const fault = (at: number, field: string, message: string) =>
      context.addIssue({ code: "custom", message, path: ["groups", at, field] });
    for (const at of twice(groups.map((group) => nameKey(group.name)))) fault(at, "name", "same-name");
    for (const at of twice(groups.map((group) => group.id))) fault(at, "id", "same-id");
    const seen = new Set<Id>();
    for (const [at, { members }] of groups.entries()) {
      if (members.some((member) => seen.has(member)) || new Set(members).size < members.length) {
        fault(at, "members", "same-person");
      }
      for (const member of members) seen.add(member);
    }
  });
export type SetSave = z.infer<typeof setSave>;

/** One student into another group, from where they were seen to stand. Null: in none. */
export const groupMove = z.object({
  setId: id,
  membershipId: id,
  fromId: id.nullable(),
  toId: id.nullable(),
});
export type GroupMove = z.infer<typeof groupMove>;

/** Dividing an automatic set anew, as its preview has shown it. */
export const makeAnew = z.object({ setId: id, version, shown: z.string().max(100) });
export type MakeAnew = z.infer<typeof makeAnew>;

/** A section by its id: one that is new, or one to be named otherwise. */
export const sectionDraft = z.object({ id, name });
export type SectionDraft = z.infer<typeof sectionDraft>;

/** Students into a section; null: into none. */
export const sectionPlaces = z.object({
  sectionId: id.nullable(),
  membershipIds: z.array(id).min(1).max(MOST_MEMBERS),
});
export type SectionPlaces = z.infer<typeof sectionPlaces>;

const LETTERS = 26;

/** A, B … Z, AA, AB …: the name of the group at `index`, from 0. */
export function groupName(index: number): string {
  let letters = "";
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / LETTERS)) {
    letters = String.fromCharCode("A".charCodeAt(0) + ((left - 1) % LETTERS)) + letters;
  }
  return `Group ${letters}`;
}

/** The first of the usual names that no group of the set has. */
export function freeGroupName(taken: readonly string[]): string {
  const keys = new Set(taken.map(nameKey));
  let index = 0;
  while (keys.has(nameKey(groupName(index)))) index++;
  return groupName(index);
}

const usualName = ({ kind, size: each }: Pick<NewSet, "kind" | "size">) =>
  kind === "automatic" ? `Groups of ${each}` : kind === "sections" ? "By section" : "Groups";

/** A name for a new set that no other has. */
export function freeSetName(made: Pick<NewSet, "kind" | "size">, taken: readonly string[]): string {
  const usual = usualName(made);
  let candidate = usual;
  for (let count = 2; taken.some((other) => nameKey(other) === nameKey(candidate)); count++) {
    candidate = `${usual} (${count})`;
  }
  return candidate;
}

interface SetInWords {
  name: string;
  groups: readonly { name: string; members: readonly { name: string }[] }[];
}

/** A set as plain text, for where both versions are told. */
export const setAsText = (set: SetInWords): string =>
  [
    set.name,
    ...set.groups.map((group) => `${group.name}: ${group.members.map((each) => each.name).join(", ")}`),
  ].join("\n");
