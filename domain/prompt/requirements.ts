import type { PromptKind } from "@/domain/assignment/assignment";
import type { Id } from "@/domain/id";
import { type Chip, type CitationMark, countWords, findCitations } from "./citation";

/** What a prompt asks of an answer; 0 asks nothing. */
export interface Requirements {
  kind: PromptKind;
  wordsMin: number;
  /** A guide that is shown, not a door. */
  wordsMax: number;
  citationsMin: number;
  readingsMin: number;
  /** Distinct positions for which a passage has to be cited, whichever they are. */
  positionsMin: number;
  /** Positions for each of which a passage has to be cited. */
  positions: Id[];
  /** Classmates' answers that have to be replied to. */
  repliesMin: number;
  /** How many positions stand in the frame: for more than that nobody can cite a passage. */
  inFrame: number;
}

/** `positions` counts whichever are cited, `named` those that the prompt names, `stand` whether one is taken. */
export type RequirementKind = "words" | "citations" | "readings" | "positions" | "named" | "stand";

export interface Requirement {
  kind: RequirementKind;
  have: number;
  need: number;
  met: boolean;
}

export interface Standing {
  words: number;
  /** Words beyond what was asked for. */
  wordsOver: number;
  /** Distinct passages cited. */
  citations: number;
  /** Distinct readings cited, by their numbers, in order. */
  readings: number[];
  /** The passages cited for each position, each once, in the order of the text. */
  citedByPosition: Record<Id, CitationMark[]>;
  /** Of the positions that the prompt names, those for which no passage is cited yet. */
  uncited: Id[];
  /** One entry for each thing that the prompt asks of the text. */
  requirements: Requirement[];
  /** How many of them are not met yet. */
  missing: number;
  /** The replies owed: not in the text, and due after it is posted. Null where none are. */
  replies: { have: number; need: number; met: boolean } | null;
}

/** What the text alone does not tell. */
export interface StandingFacts {
  /** False for a mark that names no paragraph: such a mark is not a citation. */
  leadsSomewhere?: (mark: CitationMark) => boolean;
  /** The position that a mark names; see `positionNamed`. */
  positionOf?: (mark: CitationMark) => Id | null;
  /** The position that the answer takes. */
  positionTaken?: Id | null;
  /** See `repliesWritten`. */
  repliesWritten?: number;
}

const placeOf = (mark: CitationMark) => `${mark.reading} ${mark.paragraph}`;

/** What a mark in a stored text points at, as its chips say. */
export function factsOfChips(
  text: string,
  chips: readonly Chip[],
): Required<Pick<StandingFacts, "leadsSomewhere" | "positionOf">> {
  const marks = findCitations(text);
  const byStart = new Map(chips.map((chip) => [marks[chip.position]?.start, chip]));
  return {
    leadsSomewhere: (mark) => byStart.has(mark.start),
    positionOf: (mark) => byStart.get(mark.start)?.positionId ?? null,
  };
}

/** To how many answers of others somebody has replied; a second reply to the same one owes nothing less. */
export function repliesWritten(responses: readonly { id: Id; parentId: Id | null; mine: boolean }[]): number {
  const own = new Set(responses.filter((each) => each.mine).map((each) => each.id));
  return new Set(
    responses.flatMap(({ mine, parentId }) => (mine && parentId && !own.has(parentId) ? [parentId] : [])),
  ).size;
}

function byPosition(marks: readonly CitationMark[], positionOf: (mark: CitationMark) => Id | null) {
  const cited: Record<Id, CitationMark[]> = {};
  for (const mark of marks) {
    const positionId = positionOf(mark);
    if (positionId === null) continue;
    const held = cited[positionId] ?? [];
    cited[positionId] = held;
    if (!held.some((each) => placeOf(each) === placeOf(mark))) held.push(mark);
  }
  return cited;
}

/** A comparison whose positions the student chooses is of two all the same; of fewer where there are fewer to choose. */
function positionsAsked({ kind, positions, positionsMin, inFrame }: Requirements): number {
  const most = Math.min(inFrame, kind === "compare" ? Math.max(2, positionsMin) : positionsMin);
  // Where enough are named, it is said by name.
  return most > positions.length ? most : 0;
}

/** Holds an answer against what its prompt asks. */
export function standingOf(text: string, asked: Requirements, facts: StandingFacts = {}): Standing {
  const { leadsSomewhere = () => true, positionOf = () => null } = facts;
  const marks = findCitations(text).filter(leadsSomewhere);
  const words = countWords(text);
  // The same paragraph named twice is one citation: the number asked for is of passages, not of marks.
  const citations = new Set(marks.map(placeOf)).size;
  const readings = [...new Set(marks.map((mark) => mark.reading))].sort((a, b) => a - b);
  const citedByPosition = byPosition(marks, positionOf);
  const uncited = asked.positions.filter((positionId) => citedByPosition[positionId] === undefined);
  const takes = asked.kind === "defend" && asked.inFrame > 0 ? 1 : 0;
  const measured = [
    { kind: "stand", have: facts.positionTaken ? 1 : 0, need: takes },
    { kind: "words", have: words, need: asked.wordsMin },
    { kind: "citations", have: citations, need: asked.citationsMin },
    { kind: "readings", have: readings.length, need: asked.readingsMin },
    { kind: "positions", have: Object.keys(citedByPosition).length, need: positionsAsked(asked) },
    { kind: "named", have: asked.positions.length - uncited.length, need: asked.positions.length },
  ] as const;
  const requirements = measured
    .filter(({ need }) => need > 0)
    .map((item) => ({ ...item, met: item.have >= item.need }));
  const written = facts.repliesWritten ?? 0;
  return {
    words,
    wordsOver: asked.wordsMax > 0 ? Math.max(0, words - asked.wordsMax) : 0,
    citations,
    readings,
    citedByPosition,
    uncited,
    requirements,
    missing: requirements.filter((item) => !item.met).length,
    replies:
      asked.repliesMin > 0
        ? { have: written, need: asked.repliesMin, met: written >= asked.repliesMin }
        : null,
  };
}
