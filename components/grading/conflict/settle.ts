import type { DeskDraft, Remark, SavedGrade } from "@/components/grading/desk/desk-draft";
import { draftOf, numberTyped } from "@/components/grading/desk/desk-draft";
import { MAX_FEEDBACK, MAX_REMARK } from "@/domain/grading/grade";
import { tidy } from "@/domain/text";

export type Choice = "mine" | "theirs" | "both";
/** By the key of the line. */
export type Choices = Readonly<Record<string, Choice>>;

interface Versions<Value> {
  mine: Value;
  theirs: Value;
}

/** One thing that two versions of a grade say differently. Texts can also be joined. */
export type Line = { key: string } & (
  | ({ on: "mark"; criterionId: string } & Versions<string | null>)
  | ({ on: "points" | "participation" | "kept" | "standing" } & Versions<string>)
  | ({ on: "feedback" } & Versions<string>)
  | ({ on: "remark"; subjectId: string; kind: Remark["kind"] } & Versions<string>)
);

const isText = (line: Line) => line.on === "feedback" || line.on === "remark";

/** Whether both texts can be had: two long ones may be more together than a grade takes. */
export const canJoin = (line: Line): boolean =>
  isText(line) &&
  joined(line.mine ?? "", line.theirs ?? "").length <= (line.on === "feedback" ? MAX_FEEDBACK : MAX_REMARK);

/** Whether both sides will be kept as one and the same. */
const isSame = ({ on, mine, theirs }: Line): boolean => {
  if (on === "points" || on === "participation") return numberTyped(mine) === numberTyped(theirs);
  return mine === theirs || (mine !== null && theirs !== null && tidy(mine) === tidy(theirs));
};

const keysOf = (one: object, other: object) => [...new Set([...Object.keys(one), ...Object.keys(other)])];

/** What two versions of a grade say differently, in the order of the desk. */
export function linesBetween(mine: DeskDraft, saved: SavedGrade): Line[] {
  const theirs = draftOf(saved, mine.id);
  const marks = keysOf(mine.marks, theirs.marks).map(
    (criterionId): Line => ({
      key: `mark:${criterionId}`,
      on: "mark",
      criterionId,
      mine: mine.marks[criterionId] ?? null,
      theirs: theirs.marks[criterionId] ?? null,
    }),
  );
  const plain = (["points", "standing", "kept", "participation", "feedback"] as const).map(
    (on): Line => ({ key: on, on, mine: mine[on], theirs: theirs[on] }),
  );
  const remarks = keysOf(mine.remarks, theirs.remarks).map(
    (subjectId): Line => ({
      key: `remark:${subjectId}`,
      on: "remark",
      subjectId,
      kind: mine.remarks[subjectId]?.kind ?? theirs.remarks[subjectId]?.kind ?? "comment",
      mine: mine.remarks[subjectId]?.body ?? "",
      theirs: theirs.remarks[subjectId]?.body ?? "",
    }),
  );
  return [...marks, ...plain, ...remarks].filter((line) => !isSame(line));
}

/** Two texts as one: the saved one first; one that holds the other already stays as it is. */
export function joined(mine: string, theirs: string): string {
  if (mine.includes(theirs.trim())) return mine;
  if (theirs.includes(mine.trim())) return theirs;
  return `${theirs.trimEnd()}\n\n${mine.trimStart()}`;
}

/** One choice for every line; where both cannot be had, `both` leaves what was chosen before. */
export const allOf = (lines: readonly Line[], choice: Choice, before: Choices = {}): Choices =>
  Object.fromEntries(
    lines.flatMap((line) => {
      const chosen = choice === "both" && !canJoin(line) ? before[line.key] : choice;
      return chosen ? [[line.key, chosen]] : [];
    }),
  );

export const openLines = (lines: readonly Line[], choices: Choices): Line[] =>
  lines.filter((line) => choices[line.key] === undefined);

const chosen = (line: { mine: string; theirs: string }, choice: Choice): string =>
  choice === "both" ? joined(line.mine, line.theirs) : line[choice];

/** What is left of both versions once each line is chosen, made on the saved version; null while one is open. */
export function settled(mine: DeskDraft, theirs: SavedGrade, choices: Choices): DeskDraft | null {
  const lines = linesBetween(mine, theirs);
  if (openLines(lines, choices).length > 0) return null;
  const draft = { ...draftOf(theirs, mine.id), reason: mine.reason };
  for (const line of lines) {
    const choice = choices[line.key] ?? "theirs";
    if (line.on === "mark") {
      const { [line.criterionId]: _, ...others } = draft.marks;
      const level = choice === "theirs" ? line.theirs : line.mine;
      draft.marks = level ? { ...others, [line.criterionId]: level } : others;
    } else if (line.on === "remark") {
      const { [line.subjectId]: _, ...others } = draft.remarks;
      const body = chosen(line, choice);
      draft.remarks = body ? { ...others, [line.subjectId]: { kind: line.kind, body } } : others;
    } else if (line.on === "standing") {
      draft.standing = choice === "theirs" ? theirs.standing : mine.standing;
    } else if (line.on === "participation") {
      if (choice === "theirs") continue;
      draft.participation = mine.participation;
      draft.participationSuggested = mine.participationSuggested;
      draft.participationWhy = mine.participationWhy;
    } else if (line.on === "feedback") draft.feedback = chosen(line, choice);
    else draft[line.on] = choice === "theirs" ? line.theirs : line.mine;
  }
  return draft;
}
