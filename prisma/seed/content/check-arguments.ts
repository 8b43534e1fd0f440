import {
  blockText,
  citationProblems,
  keysOf,
  missing,
  type Problem,
  passageProblems,
} from "@/prisma/seed/content/check-parts";
import type { Demo } from "@/prisma/seed/content/types";

function stanceProblems(demo: Demo): Problem[] {
  const positions = keysOf(demo.frame.positions);
  return demo.stances.flatMap((stance, at) => {
    const where = `Stance ${at} of ${stance.author}`;
    return [
      ...missing(where, keysOf(demo.people), [stance.author]),
      ...missing(where, positions, [stance.position, stance.between]),
      ...missing(where, keysOf(demo.readings), [stance.reading]),
      ...(stance.between && (!stance.position || stance.position === stance.between)
        ? [`${where} is between one position and itself`]
        : []),
      ...((stance.moment === "after-reading") === (stance.reading !== undefined)
        ? []
        : [`${where} is after no reading, or names one`]),
      ...(stance.movedBy ? passageProblems(demo, where, stance.movedBy) : []),
    ];
  });
}

/** Where somebody stands at a moment; the second of two only for whoever stands between them. */
function stanceAt(demo: Demo, author: string, day: number) {
  const last = demo.stances
    .filter((stance) => stance.author === author && stance.day < day)
    .toSorted((a, b) => a.day - b.day)
    .at(-1);
  return [last?.position, last?.between].filter((position) => position != null);
}

function steelmanProblems(demo: Demo): Problem[] {
  const groups = new Map(demo.people.map(({ key, group }) => [key, group]));
  return demo.steelmen.flatMap((steelman) => {
    const where = `Steelman ${steelman.key}`;
    const prompt = demo.prompts.find((one) => one.key === steelman.prompt);
    const version = steelman.amended ? 2 : 1;
    const signedDay = steelman.verdicts.find((one) => one.signs && one.onVersion === version)?.day;
    return [
      ...[steelman.body, steelman.amended?.was ?? ""].flatMap((body) => citationProblems(demo, where, body)),
      ...(steelman.rebuttal?.body.includes("[[") ? [`${where} cites in its rebuttal`] : []),
      ...(prompt?.steelman ? [] : [`${where} is under a prompt that asks for none`]),
      ...(stanceAt(demo, steelman.author, steelman.day).includes(steelman.position)
        ? [`${where} is by somebody who holds the position`]
        : []),
      ...steelman.verdicts.flatMap((verdict) => [
        ...(stanceAt(demo, verdict.author, verdict.day).includes(steelman.position)
          ? []
          : [`${where} is judged by ${verdict.author}, who does not hold it`]),
        ...(groups.get(verdict.author) === groups.get(steelman.author) ? [] : [`${where} crosses groups`]),
        ...(verdict.signs || verdict.words !== "" ? [] : [`${where} lacks something that is not said`]),
        ...(verdict.day > (verdict.onVersion === 2 ? (steelman.amended?.day ?? 0) : steelman.day)
          ? []
          : [`${where} is judged before it was written`]),
      ]),
      ...(steelman.rebuttal && !(signedDay !== undefined && signedDay < steelman.rebuttal.day)
        ? [`${where} is answered and nobody has signed`]
        : []),
    ];
  });
}

function evidenceProblems(demo: Demo): Problem[] {
  return demo.evidence.flatMap((piece) => {
    const where = `Evidence ${piece.key}`;
    const isWhole = piece.claim !== "" && piece.position !== null && piece.dimension !== null;
    return [
      ...missing(where, keysOf(demo.people), [piece.author]),
      ...missing(where, keysOf(demo.frame.positions), [piece.position]),
      ...missing(where, keysOf(demo.frame.dimensions), [piece.dimension]),
      ...passageProblems(demo, where, piece),
      ...(isWhole || piece.draft ? [] : [`${where} is filed and not whole`]),
    ];
  });
}

function evidenceTalkProblems(demo: Demo): Problem[] {
  const filed = new Map(demo.evidence.filter((piece) => !piece.draft).map((piece) => [piece.key, piece]));
  const { merged, edited, threads } = demo.evidenceTalk;
  return [
    ...missing("The evidence", new Set(filed.keys()), [
      ...merged.flatMap(({ piece, into }) => [piece, into]),
      ...edited.map(({ piece }) => piece),
      ...threads.map(({ piece }) => piece),
    ]),
    ...merged.flatMap(({ piece, into }) => {
      const [a, b] = [filed.get(piece), filed.get(into)];
      return a?.position === b?.position && a?.dimension === b?.dimension && a?.relation === b?.relation
        ? []
        : [`${piece} and ${into} do not say the same`];
    }),
    ...edited.flatMap(({ piece, day }) =>
      day > (filed.get(piece)?.day ?? 0) ? [] : [`${piece} is edited too early`],
    ),
    ...threads.flatMap(({ piece, notes }) =>
      threadProblems(demo, `The thread of ${piece}`, filed.get(piece)?.day ?? 0, notes),
    ),
  ];
}

function threadProblems(
  demo: Demo,
  where: string,
  since: number,
  notes: Demo["differences"][number]["notes"],
): Problem[] {
  return notes.flatMap((note, index) => [
    ...missing(where, keysOf(demo.people), [note.author]),
    ...citationProblems(demo, where, note.body),
    ...(note.day > (notes[index - 1]?.day ?? since) ? [] : [`${where} is not in order`]),
  ]);
}

function differenceProblems(demo: Demo): Problem[] {
  return demo.differences.flatMap((difference) => {
    const where = `Difference ${difference.key}`;
    const term = demo.frame.terms.find((one) => one.key === difference.term);
    const uses = ({ reading, paragraph }: typeof difference.left) => {
      const text = blockText(demo, reading, paragraph)?.toLowerCase() ?? "";
      return term?.forms.some(({ words }) => text.includes(words.toLowerCase())) ?? false;
    };
    const places = [difference.left, difference.right];
    return [
      ...missing(where, keysOf(demo.people), [difference.author]),
      ...places.flatMap((place) => passageProblems(demo, where, place)),
      ...(!places.every(uses) ? [`${where} is between passages that do not use the term`] : []),
      ...threadProblems(demo, where, difference.day, difference.notes),
    ];
  });
}

/** What does not hold in stances, evidence, terms and steelmen. */
export const argumentProblems = (demo: Demo): Problem[] => [
  ...stanceProblems(demo),
  ...evidenceProblems(demo),
  ...evidenceTalkProblems(demo),
  ...differenceProblems(demo),
  ...steelmanProblems(demo),
];
