import { argumentProblems } from "@/prisma/seed/content/check-arguments";
import { gradingProblems } from "@/prisma/seed/content/check-grading";
import {
  citationProblems,
  keysOf,
  missing,
  type Problem,
  passageProblems,
  repeated,
} from "@/prisma/seed/content/check-parts";
import { writtenCitations } from "@/prisma/seed/content/citations";
import type { Demo } from "@/prisma/seed/content/types";

function commentProblems(demo: Demo): Problem[] {
  const byKey = new Map(demo.comments.map((comment) => [comment.key, comment]));
  const people = new Map(demo.people.map((person) => [person.key, person]));
  return demo.comments.flatMap((comment) => {
    const where = `Comment ${comment.key}`;
    const author = people.get(comment.author);
    const found = [...passageProblems(demo, where, comment), ...citationProblems(demo, where, comment.body)];
    for (const { paragraph, quote } of comment.spans ?? [])
      found.push(...passageProblems(demo, where, { reading: comment.reading, paragraph, quote }));
    if (comment.body === "" && (comment.audience !== "private" || !comment.quote))
      found.push(`${where} has neither words nor a passage of its own`);
    if (!author) return [...found, `${where} has no author`];
    if (comment.day > 0) found.push(`${where} is written after the first start`);
    if (comment.parent === null) return found;
    const parent = byKey.get(comment.parent);
    const parentAuthor = parent && people.get(parent.author);
    if (!parent || !parentAuthor) return [...found, `${where} answers ${comment.parent}, which is not there`];
    if (parent.reading !== comment.reading || parent.paragraph !== comment.paragraph)
      found.push(`${where} is not at its parent's passage`);
    if (parent.day >= comment.day) found.push(`${where} is not later than its parent`);
    if (parent.audience !== comment.audience) found.push(`${where} is not shown to those who see its parent`);
    if (author.group && parentAuthor.group && author.group !== parentAuthor.group)
      found.push(`${where} crosses groups`);
    return found;
  });
}

function markProblems(demo: Demo): Problem[] {
  const byKey = new Map(demo.comments.map((comment) => [comment.key, comment]));
  const staff = new Set(demo.people.filter((one) => one.role !== "student").map((one) => one.key));
  const { answers, pinned, resolved } = demo.marks;
  return [
    ...Object.entries(answers).flatMap(([question, reply]) =>
      byKey.get(question)?.signal === "question" && byKey.get(reply)?.parent === question
        ? []
        : [`${reply} does not answer a question of ${question}`],
    ),
    ...[...resolved, ...pinned.map((pin) => pin.comment)].flatMap((thread) =>
      byKey.get(thread)?.parent === null ? [] : [`${thread} is marked and begins no thread`],
    ),
    ...pinned.flatMap(({ comment, by }) => (staff.has(by) ? [] : [`${comment} is pinned by a student`])),
  ];
}

/** What a response owes its prompt: so many positions cited for, and each of those that the prompt names. */
function positionProblems(
  demo: Demo,
  prompt: Demo["prompts"][number],
  where: string,
  body: string,
): Problem[] {
  const about = new Set(writtenCitations(body).flatMap((one) => one.about ?? []));
  const shorts = new Map(demo.frame.positions.map(({ key, short }) => [key, short]));
  return [
    ...(about.size < prompt.positionsMin ? [`${where} cites for ${about.size} positions`] : []),
    ...missing(
      where,
      about,
      prompt.positions.map((key) => shorts.get(key)),
    ).map((problem) => `${problem} in its citations`),
  ];
}

function responseProblems(demo: Demo): Problem[] {
  const authors = new Map<string, Map<string, number>>();
  for (const { prompt, author, day } of demo.responses)
    authors.set(prompt, (authors.get(prompt) ?? new Map<string, number>()).set(author, day));
  const people = keysOf(demo.people);
  const positions = keysOf(demo.frame.positions);
  return demo.responses.flatMap((response) => {
    const where = `Response ${response.key}`;
    const prompt = demo.prompts.find((one) => one.key === response.prompt);
    const cited = writtenCitations(response.body);
    return [
      ...missing(where, people, [response.author, ...response.replies.map((reply) => reply.author)]),
      ...missing(where, positions, [response.position]),
      ...[response, ...response.replies].flatMap((text) => citationProblems(demo, where, text.body)),
      ...response.replies.flatMap((reply) => (reply.day > response.day ? [] : [`${reply.key} is too early`])),
      ...(prompt ? positionProblems(demo, prompt, where, response.body) : [`${where} answers no prompt`]),
      ...response.replies.flatMap((reply) =>
        prompt?.postFirst && (authors.get(prompt.key)?.get(reply.author) ?? 0) >= reply.day
          ? [`${reply.key} is by somebody who could not see ${response.key} yet`]
          : [],
      ),
      ...(prompt && cited.length < prompt.citationsMin ? [`${where} cites ${cited.length} passages`] : []),
      ...(prompt && new Set(cited.map((one) => one.reading)).size < prompt.readingsMin
        ? [`${where} cites too few readings`]
        : []),
    ];
  });
}

function courseProblems(demo: Demo): Problem[] {
  return [
    ...missing(
      "A person",
      new Set(demo.course.groups),
      demo.people.map((person) => person.group),
    ),
    ...demo.assignments.flatMap((one) => [
      ...missing(one.key, keysOf(demo.readings), one.readings),
      ...missing(one.key, keysOf(demo.prompts), one.prompts),
      ...(one.opensDay < one.dueDay && one.dueDay <= one.closesDay
        ? []
        : [`${one.key} has its days in disorder`]),
    ]),
    ...missing(
      "A prompt",
      keysOf(demo.assignments),
      demo.prompts.map((prompt) => prompt.assignment),
    ),
    ...missing(
      "A prompt",
      keysOf(demo.frame.positions),
      demo.prompts.flatMap((prompt) => prompt.positions),
    ),
    ...missing(
      "A prompt",
      keysOf(demo.frame.dimensions),
      demo.prompts.map((prompt) => prompt.dimension),
    ),
    ...missing(
      "A prompt",
      keysOf(demo.frame.terms),
      demo.prompts.map((prompt) => prompt.term),
    ),
  ];
}

/** Everything in the demo that does not hold together, in words; empty when all is well. */
export function demoProblems(demo: Demo): Problem[] {
  return [
    ...repeated(
      "Person",
      demo.people.map((one) => one.key),
    ),
    ...repeated(
      "Comment",
      demo.comments.map((one) => one.key),
    ),
    ...repeated(
      "Comment text",
      demo.comments.map((one) => one.body).filter((body) => body !== ""),
    ),
    ...repeated(
      "Response",
      demo.responses.flatMap((one) => [one.key, ...one.replies.map((reply) => reply.key)]),
    ),
    ...repeated(
      "Response by",
      demo.responses.map((one) => `${one.author} to ${one.prompt}`),
    ),
    ...repeated(
      "Evidence",
      demo.evidence.map((one) => one.key),
    ),
    ...repeated(
      "Grade",
      demo.grades.map((one) => `${one.assignment} ${one.student}`),
    ),
    ...courseProblems(demo),
    ...commentProblems(demo),
    ...markProblems(demo),
    ...responseProblems(demo),
    ...argumentProblems(demo),
    ...gradingProblems(demo),
  ];
}
