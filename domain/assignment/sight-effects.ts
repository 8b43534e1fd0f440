import { answersVisible, type Discussion, othersVisible } from "@/domain/access/discussion";
import { isBlind } from "@/domain/access/policy";
import type { AssignmentDraft } from "./assignment";
import { type Change, effectOn, effectOnAny, hasBegun, onOwnDates, type StudentFacts } from "./effect";
import type { Effect } from "./effect-shape";

const rules = ["visibility", "postFirst", "postFirstWords"] as const;

type Rule = Pick<
  AssignmentDraft,
  "opensAt" | "dueAt" | "closesAt" | "visibility" | "postFirst" | "postFirstWords"
>;

/** Whether a student sees classmates' words under a rule, on their own dates. */
function sees(student: StudentFacts, rule: Rule, { held, now }: Change): boolean {
  const discussion: Discussion = {
    publishedAt: held.publishedAt,
    opensAt: held.opensAt,
    dueAt: student.extension?.dueAt ?? rule.dueAt,
    closesAt: student.extension?.closesAt ?? rule.closesAt,
    visibility: rule.visibility,
    postFirst: rule.postFirst,
  };
  const counted = student.comments.filter((words) => words >= rule.postFirstWords).length;
  return held.opensAt <= now && othersVisible(discussion, counted, now);
}

/** Who comes to see classmates' words, and who no longer does. */
function sight(change: Change): Effect[] {
  const { held, draft, students } = change;
  // Its number counts only under that rule.
  const isRead = (field: (typeof rules)[number]) =>
    field === "visibility" || [held, draft].every(({ visibility }) => visibility === "postFirst");
  const field = rules.find((rule) => isRead(rule) && held[rule] !== draft[rule]);
  const said = field
    ? { field, from: String(held[field]), to: String(draft[field]) }
    : { field: "dueAt" as const, from: held.dueAt.toISOString(), to: draft.dueAt.toISOString() };
  const before = students.filter((student) => sees(student, held, change));
  const after = students.filter((student) => sees(student, draft, change));
  const closes = before.filter((student) => !after.includes(student));
  const opens = after.filter((student) => !before.includes(student));
  if (field && closes.length + opens.length === 0)
    return effectOnAny(students, { ...said, what: "sight-rule" });
  const effects = [
    ...effectOnAny(closes, { ...said, what: "sight-closes", serious: true }),
    ...effectOnAny(opens, { ...said, what: "sight-opens", serious: students.some(hasBegun) }),
  ];
  const isByDate = [held, draft].some(({ visibility }) => visibility === "closedUntilDue");
  return isByDate ? onOwnDates(held, effects) : effects;
}

/** A prompt that shows answers only to those who have answered, or no longer does. */
function answers(change: Change): Effect[] {
  const { held, draft, students } = change;
  return draft.prompts.flatMap((prompt) => {
    const was = held.prompts.find(({ id }) => id === prompt.id);
    if (!was || was.postFirst === prompt.postFirst) return [];
    const seesAnswers = (student: StudentFacts, rule: { postFirst: boolean }) =>
      answersVisible(sees(student, draft, change), rule, student.posted.includes(prompt.id));
    const touched = students.filter((student) => seesAnswers(student, was) !== seesAnswers(student, prompt));
    const isAnswered = students.some((student) => student.posted.includes(prompt.id));
    return effectOnAny(touched, {
      field: "prompts",
      what: prompt.postFirst ? "sight-closes" : "sight-opens",
      subject: prompt.title,
      serious: isAnswered,
    });
  });
}

function classNames({ held, draft, students }: Change): Effect[] {
  const wrote = students.filter(hasBegun);
  const told = (isHidden: boolean) => (isHidden ? "names-hide" : "names-show");
  const whole =
    held.names === draft.names
      ? []
      : effectOnAny(wrote.length > 0 ? wrote : students, {
          field: "names",
          what: told(draft.names === "pseudonyms"),
          from: held.names,
          to: draft.names,
          serious: wrote.length > 0,
        });
  const prompts = draft.prompts.flatMap((prompt) => {
    const was = held.prompts.find(({ id }) => id === prompt.id);
    if (!was || was.pseudonyms === prompt.pseudonyms || draft.names === "pseudonyms") return [];
    return effectOnAny(
      students.filter((student) => student.posted.includes(prompt.id)),
      { field: "prompts", what: told(prompt.pseudonyms), subject: prompt.title, serious: true },
    );
  });
  return [...whole, ...prompts];
}

function staffNames({ held, draft, students }: Change): Effect[] {
  const { namesShownAt } = held;
  const was = isBlind(held);
  const is = isBlind({ blind: draft.blind, namesShownAt });
  if (was === is) return [];
  const wrote = students.filter(hasBegun);
  return [
    effectOn(wrote, {
      field: "blind",
      what: is ? "staff-see-aliases" : "staff-see-names",
      from: String(held.blind),
      to: String(draft.blind),
      serious: was && wrote.length > 0,
    }),
  ];
}

function privateNotes({ held, draft, students }: Change): Effect[] {
  if (held.privateNotes === draft.privateNotes) return [];
  const how = {
    field: "privateNotes" as const,
    from: String(held.privateNotes),
    to: String(draft.privateNotes),
  };
  if (draft.privateNotes) return effectOnAny(students, { ...how, what: "notes-begin" });
  const keep = students.filter((student) => student.notes > 0);
  // Who keeps notes is nobody's business.
  return [{ ...effectOn(keep, { ...how, what: "notes-end", serious: keep.length > 0 }), names: [] }];
}

/** Who is shown whose words, and under what names. */
export const sightEffects = (change: Change): Effect[] => [
  ...sight(change),
  ...answers(change),
  ...classNames(change),
  ...staffNames(change),
  ...privateNotes(change),
];
