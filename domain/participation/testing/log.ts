import { noLatePolicy } from "@/domain/grading/late";
import { type CommentFact, type EvidenceFact, type ParticipationLog, saidIn, type Writing } from "../log";
import { type Participant, participation, type Setup } from "../participation";
import { defaultParticipation } from "../policy";

export const HOUR = 60 * 60 * 1000;
/** When everything begins; the due moment is a day later, the close two. */
export const start = new Date("2026-03-10T12:00:00Z");
export const hours = (n: number) => new Date(start.getTime() + n * HOUR);

export const ada: Participant = { id: "ada", dueAt: hours(24), closesAt: hours(48) };

/** Twelve words that no other number shares. */
export const words = (n: number) => Array.from({ length: 12 }, (_, at) => `word${n}of${at}`).join(" ");

type Told = Partial<Omit<CommentFact, "writings">> & {
  body?: string;
  cited?: string[];
  edits?: Partial<Writing>[];
};

/** A comment of Ada's, unless it says otherwise. */
export function comment(seq: number, told: Told): CommentFact {
  const { body = words(seq), cited = [], edits = [], ...fact } = told;
  const at = told.at ?? hours(seq / 60);
  return {
    id: `c${seq}`,
    room: "room",
    seq,
    at,
    authorId: "ada",
    answersId: null,
    paragraphId: `p${seq}`,
    audience: "group",
    deletedAt: null,
    ...fact,
    writings: [
      { at, body, words: null, cited },
      ...edits.map((edit) => ({ at, body, words: null, cited, ...edit })),
    ],
  };
}

type ToldEvidence = Partial<Omit<EvidenceFact, "writings">> & { claim?: string };

export function evidence(seq: number, told: ToldEvidence = {}): EvidenceFact {
  const { claim = words(1000 + seq), ...fact } = told;
  const at = told.at ?? hours(seq / 60);
  return {
    id: `e${seq}`,
    room: "room",
    seq,
    at,
    authorId: "ada",
    deletedAt: null,
    passage: `p${seq} 0 10`,
    merged: [],
    ...fact,
    writings: [{ at, body: claim, words: null, cited: [] }],
  };
}

export const logWith = (
  comments: readonly CommentFact[],
  more: Partial<ParticipationLog> = {},
): ParticipationLog => ({
  comments,
  evidence: [],
  paragraphs: [],
  said: saidIn(comments),
  ...more,
});

/** Comments in the order they were posted, a minute apart. */
export const logOf = (...told: Told[]): ParticipationLog =>
  logWith(told.map((each, at) => comment(at + 1, each)));

export const setup: Setup = {
  policy: defaultParticipation,
  most: "10",
  latePolicy: noLatePolicy,
  timeZone: "Europe/Zurich",
};

export const scoreOf = (log: ParticipationLog, change: Partial<Setup> = {}, person: Participant = ada) =>
  participation({ ...setup, ...change }, person, log);
