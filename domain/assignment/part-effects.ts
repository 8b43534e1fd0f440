import type { Id } from "@/domain/id";
import type { PromptDraft } from "./assignment";
import { type Change, effectOn, effectOnAny, hasBegun } from "./effect";
import type { Effect } from "./effect-shape";

/** Readings and prompts that come, and those that go with whatever was done there. */
function comings({ held, draft, students }: Change): Effect[] {
  const without = (parts: readonly { id: Id }[], id: Id) => !parts.some((part) => part.id === id);
  const readingsGone = held.readings.filter(({ id }) => without(draft.readings, id));
  const promptsGone = held.prompts.filter(({ id }) => without(draft.prompts, id));
  const removed = [
    ...readingsGone.map(({ id, title, versionId }) => {
      const touched = students.filter((student) => student.read.includes(id));
      return { field: "readings" as const, subject: title, from: versionId, touched };
    }),
    ...promptsGone.map(({ id, title }) => {
      const touched = students.filter((student) => student.begun.includes(id));
      return { field: "prompts" as const, subject: title, from: id, touched };
    }),
  ].map(({ touched, ...told }) =>
    effectOn(touched, { ...told, what: "part-removed", serious: touched.length > 0 }),
  );
  const readingsNew = draft.readings.filter(({ id }) => without(held.readings, id));
  const promptsNew = draft.prompts.filter(({ id }) => without(held.prompts, id));
  const added = [
    ...readingsNew.map(({ versionId }) => ({ field: "readings" as const, subject: null, to: versionId })),
    ...promptsNew.map(({ id, title }) => ({ field: "prompts" as const, subject: title, to: id })),
  ].map((told) => effectOn(students, { ...told, what: "part-added" }));
  return [...removed, ...added];
}

/** What an answer owes. */
const asks = (prompt: PromptDraft) => [
  prompt.kind,
  [prompt.citationsMin, prompt.readingsMin, prompt.positionsMin, prompt.repliesMin],
  [prompt.wordsMin, prompt.wordsMax],
  [...prompt.positions].sort(),
  [prompt.dimensionId, prompt.termId, prompt.steelman],
];

function prompts({ held, draft, students }: Change): Effect[] {
  return draft.prompts.flatMap((prompt) => {
    const was = held.prompts.find(({ id }) => id === prompt.id);
    if (!was) return [];
    const touched = students.filter((student) => student.begun.includes(prompt.id));
    const how = { field: "prompts" as const, subject: prompt.title };
    const asksOtherwise = JSON.stringify(asks(was)) !== JSON.stringify(asks(prompt));
    const isWorded = was.title !== prompt.title || was.body !== prompt.body;
    return [
      ...(asksOtherwise ? effectOnAny(touched, { ...how, what: "prompt-asks", serious: true }) : []),
      ...(isWorded ? effectOnAny(touched, { ...how, what: "prompt-worded" }) : []),
    ];
  });
}

/** Who would be moved away from the threads they wrote in. */
function groups({ held, draft, students }: Change): Effect[] {
  const wrote = students.filter(hasBegun);
  const touched = wrote.length > 0 ? wrote : students;
  const told = { what: "regrouped" as const, serious: wrote.length > 0 };
  const whole =
    held.groupSetId === draft.groupSetId
      ? []
      : effectOnAny(touched, {
          ...told,
          field: "groupSetId",
          from: held.groupSetId,
          to: draft.groupSetId,
        });
  const apart = draft.prompts.flatMap((prompt) => {
    const was = held.prompts.find(({ id }) => id === prompt.id);
    if (!was || was.wholeClass === prompt.wholeClass) return [];
    const answered = students.filter((student) => student.begun.includes(prompt.id));
    return effectOnAny(answered, { ...told, field: "prompts", subject: prompt.title, serious: true });
  });
  return [...whole, ...apart];
}

/** What there is to read, to answer, and with whom. */
export const partEffects = (change: Change): Effect[] => [
  ...comings(change),
  ...prompts(change),
  ...groups(change),
];
