import type { ClassPeople, Making } from "./class";
import { commentIn } from "./class-comments";
import { after, type Happened, Pages, type Talk } from "./class-pages";
import type { ClassAssignment, ClassRoom } from "./class-plan";

/** Nine in ten answer the prompt, each of them another's answer. */
function answerIn(
  making: Making,
  pages: Pages,
  people: ClassPeople,
  { roomId, members }: ClassRoom,
  { promptId, number, dueAt, readingId, paragraphs }: ClassAssignment,
): Happened[] {
  const at = new Date(Math.min(after(dueAt, -5).getTime(), after(making.now, -1).getTime()));
  const answers = members
    .filter((index) => index % 10 !== 9)
    .map((index) => ({
      id: making.id(),
      roomId,
      promptId,
      authorId: people.students[index]?.membershipId,
      parentId: null,
      relation: null,
      body: `${making.prose.paragraph(900)} [[${number} ¶1]]`,
      createdAt: at,
      // One in eight comes late.
      submittedAt: index % 8 === 7 && after(dueAt, 20) < making.now ? after(dueAt, 20) : at,
    }));
  const replies = answers.map(({ authorId }, index) => ({
    id: making.id(),
    roomId,
    promptId,
    authorId,
    parentId: answers[(index + 1) % answers.length]?.id,
    relation: making.random.pick(["agree", "challenge", "ask"]),
    body: making.prose.paragraph(200),
    createdAt: at,
    submittedAt: at,
  }));
  pages.add("Response", answers);
  pages.add("Response", replies);
  const paragraphId = paragraphs[0]?.id;
  pages.add(
    "Citation",
    answers.map(({ id }) => ({
      id: making.id(),
      commentId: null,
      responseId: id,
      readingId,
      paragraphId,
      position: 0,
    })),
  );
  return [
    ...answers.map(({ id, authorId, submittedAt }) => ({
      roomId,
      type: "response.submitted",
      actorId: authorId,
      subjectId: id,
      payload: { version: 1, promptId },
      at: submittedAt,
    })),
    ...replies.map(({ id, authorId, parentId, relation }) => ({
      roomId,
      type: "response.replied",
      actorId: authorId,
      subjectId: id,
      payload: { parentId, relation },
      at,
    })),
  ];
}

/** Everybody files one piece. */
function fileIn(
  making: Making,
  pages: Pages,
  people: ClassPeople,
  { roomId, members }: ClassRoom,
  { assignment: { readingId, paragraphs, dueAt }, matrix }: Talk,
): Happened[] {
  const at = new Date(Math.min(after(dueAt, -8).getTime(), after(making.now, -2).getTime()));
  const rows = members.map((index) => {
    const paragraph = making.random.pick(paragraphs);
    return {
      id: making.id(),
      roomId,
      authorId: people.students[index]?.membershipId,
      readingId,
      paragraphId: paragraph.id,
      startOffset: 0,
      endOffset: 60,
      quote: paragraph.text.slice(0, 60),
      claim: making.prose.sentence(),
      relation: "supports",
      positionId: making.random.pick(matrix.positions),
      dimensionId: making.random.pick(matrix.dimensions),
      createdAt: at,
      filedAt: at,
    };
  });
  pages.add("Evidence", rows);
  return rows.map(({ id, authorId }) => ({
    roomId,
    type: "evidence.filed",
    actorId: authorId,
    subjectId: id,
    payload: { version: 1 },
    at,
  }));
}

const tables = [
  "Room",
  "Comment",
  "CommentVersion",
  "Response",
  "Citation",
  "Reaction",
  "Evidence",
  "Event",
  "ReadingPlace",
];

/** What a class says in one assignment, with its events in their order. Returns the comments. */
export async function addTalk(making: Making, people: ClassPeople, talk: Talk): Promise<string[]> {
  const { assignment, comments } = talk;
  const { assignmentId, rooms, readingId } = assignment;
  const pages = new Pages();
  const written: string[] = [];
  for (const room of rooms) {
    const share = Math.round((comments * room.members.length) / people.students.length);
    const said = commentIn(making, pages, people, room, { ...talk, comments: share });
    const answered = answerIn(making, pages, people, room, assignment);
    const filed = fileIn(making, pages, people, room, talk);
    const events = [...said, ...answered, ...filed].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    );
    const { roomId: id, groupId } = room;
    const { length } = events;
    // People were told of all of it.
    pages.add("Room", [{ id, assignmentId, groupId, lastSeq: length, notifiedSeq: length }]);
    pages.add(
      "Event",
      events.map((event, at) => ({ ...event, seq: at + 1 })),
    );
    written.push(...said.map(({ subjectId }) => subjectId));
  }
  pages.add(
    "ReadingPlace",
    people.students.map(({ membershipId }, at) => ({
      membershipId,
      readingId,
      last: 1 + (at % 40),
      furthest: 40,
      at: assignment.opensAt,
    })),
  );
  await pages.write(making, tables);
  return written;
}
