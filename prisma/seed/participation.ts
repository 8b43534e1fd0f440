import { keptAt } from "@/domain/grading/late";
import {
  type CommentFact,
  type EvidenceFact,
  type ParticipationLog,
  saidIn,
  type Writing,
} from "@/domain/participation/log";
import { participationOfEach } from "@/domain/participation/participation";
import { defaultParticipation } from "@/domain/participation/policy";
import { withCitations } from "./citations";
import { anchorOf, threadedComments } from "./comments";
import { datesOf } from "./extensions";
import { blockOf, type Talk } from "./talk";

type Assignment = Talk["demo"]["assignments"][number];

/** Where an event stands in its room is not known before the log is written, and changes no score. */
const nowhere = { room: "", seq: 0, deletedAt: null };

function commentsIn(talk: Talk, { readings }: Assignment): CommentFact[] {
  const { demo, ids, clock } = talk;
  const authors = new Map(demo.comments.map((comment) => [comment.key, comment.author]));
  return threadedComments(demo)
    .filter(({ comment }) => readings.includes(comment.reading))
    .map(({ comment, root }) => {
      const at = clock.moment(comment.day);
      const paragraphId = blockOf(talk, root.reading, root.paragraph).id;
      const { text, targets } = withCitations(talk, comment.body);
      const cited = new Set(targets.map((target) => target.paragraphId).filter((id) => id !== paragraphId));
      const answers = comment.parent && authors.get(comment.parent);
      return {
        ...nowhere,
        id: ids.of("comment", comment.key),
        at,
        authorId: ids.of("member", comment.author),
        answersId: answers ? ids.of("member", answers) : null,
        paragraphId,
        audience: root.audience,
        writings: [{ at, body: text, words: null, cited: [...cited] }],
      };
    });
}

function evidenceIn({ demo, ids, clock, ...rest }: Talk, { readings }: Assignment): EvidenceFact[] {
  const talk = { demo, ids, clock, ...rest };
  const { edited, merged } = demo.evidenceTalk;
  const said = (day: number, body: string): Writing => ({
    at: clock.moment(day),
    body,
    words: null,
    cited: [],
  });
  return demo.evidence
    .filter((piece) => readings.includes(piece.reading) && !piece.draft)
    .map((piece) => {
      const { start, end, paragraphId } = anchorOf(talk, piece.reading, piece);
      const edit = edited.find((one) => one.piece === piece.key);
      const merge = merged.find((one) => one.piece === piece.key);
      return {
        ...nowhere,
        id: ids.of("evidence", piece.key),
        at: clock.moment(piece.day),
        authorId: ids.of("member", piece.author),
        passage: `${paragraphId} ${start} ${end}`,
        writings: edit
          ? [said(piece.day, edit.was.claim), said(edit.day, piece.claim)]
          : [said(piece.day, piece.claim)],
        merged: merge ? [{ at: clock.moment(merge.day), intoId: ids.of("evidence", merge.into) }] : [],
      };
    });
}

const studentsOf = ({ demo }: Talk) => demo.people.filter((person) => person.role === "student");

/** What each student is suggested for taking part, by key and as a decimal: by the product's own rule. */
export function suggestedIn(talk: Talk, assignment: Assignment): Map<string, string> {
  const { demo, ids, texts } = talk;
  const comments = commentsIn(talk, assignment);
  const log: ParticipationLog = {
    said: saidIn(comments),
    comments,
    evidence: evidenceIn(talk, assignment),
    paragraphs: assignment.readings.flatMap((key) => texts.get(key) ?? []),
  };
  const setup = {
    policy: assignment.participation ?? defaultParticipation,
    most: String(assignment.participationPoints),
    latePolicy: assignment.late,
    timeZone: demo.course.timeZone,
  };
  const students = studentsOf(talk).map(({ key }) => ({
    key,
    id: ids.of("member", key),
    ...datesOf(talk, assignment, key),
  }));
  const scores = participationOfEach(setup, students, log);
  return new Map(students.map(({ key, id }) => [key, scores.get(id)?.score ?? "0"]));
}

/** What lateness leaves of a student's marks, in per cent: by the newest answer, else the newest thread they began. */
export function keptOfWork(talk: Talk, assignment: Assignment, student: string): string {
  const { demo, clock } = talk;
  const answers = demo.responses.filter(
    (one) => one.author === student && assignment.prompts.includes(one.prompt),
  );
  const begun = demo.comments.filter(
    ({ author, parent, audience, reading }) =>
      author === student && !parent && audience !== "private" && assignment.readings.includes(reading),
  );
  const days = (answers.length > 0 ? answers : begun).map((one) => one.day);
  if (days.length === 0) return "100";
  const { dueAt } = datesOf(talk, assignment, student);
  return String(keptAt(assignment.late, dueAt, clock.moment(Math.max(...days)), demo.course.timeZone));
}
