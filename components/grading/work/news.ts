import type { ReadingWork, ResponseWork, Said } from "@/components/grading/grading-types";

export interface Work {
  readings: ReadingWork[];
  responses: ResponseWork[];
}

const withReplies = (said: Said & { replies: Said[] }): Said[] => [said, ...said.replies];

const everything = ({ readings, responses }: Work): Said[] => [
  ...readings.flatMap((reading) => [
    ...reading.glosses.flatMap(withReplies),
    ...reading.paragraphs.flatMap((paragraph) => paragraph.glosses.flatMap(withReplies)),
  ]),
  ...responses.flatMap(withReplies),
];

/** The ids of what is new, or says something else, since `shown` was opened. */
export function newsIn(shown: Work, fresh: Work): string[] {
  const before = new Map(everything(shown).map((said) => [said.id, said.body]));
  return everything(fresh)
    .filter((said) => before.get(said.id) !== said.body)
    .map((said) => said.id);
}

/** How many comments and responses there are; replies by others are not the student's. */
export const amountOf = ({ readings, responses }: Work) => ({
  comments: readings.reduce(
    (count, reading) =>
      count +
      reading.glosses.length +
      reading.paragraphs.reduce((sum, paragraph) => sum + paragraph.glosses.length, 0),
    0,
  ),
  responses: responses.length,
});
