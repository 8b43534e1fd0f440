import { countWords } from "@/domain/prompt/citation";
import type { ClassPeople, Making } from "./class";
import type { ClassAssignment, ClassMatrix, ClassRoom } from "./class-plan";
import { type MadeComment, makeComments } from "./comments";

interface Happened {
  roomId: string;
  type: string;
  actorId: string | undefined;
  subjectId: string;
  payload: unknown;
  at: Date;
}

interface Talk {
  assignment: ClassAssignment;
  matrix: ClassMatrix;
  comments: number;
}

const HOUR = 3_600_000;
const after = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);

/** Of a room's comments each its moment: from a day after opening to some hours past the due date, or an hour ago. */
function spreadOver(making: Making, { opensAt, dueAt }: ClassAssignment, count: number) {
  const from = after(opensAt, 24).getTime();
  const until = Math.min(after(dueAt, 6).getTime(), after(making.now, -1).getTime());
  return (index: number) => new Date(from + ((index + 1) * (until - from)) / (count + 1));
}

async function commentIn(
  making: Making,
  people: ClassPeople,
  room: ClassRoom,
  { assignment, comments: count }: Talk,
): Promise<Happened[]> {
  const { random } = making;
  const { paragraphs, readingId, number } = assignment;
  const made = makeComments(
    { text: { title: "", paragraphs }, people: room.members.length, count, until: making.now },
    making.prose,
    random,
  );
  const moment = spreadOver(making, assignment, count);
  const member = (index: number) => people.students[room.members[index] ?? 0]?.membershipId;
  const audiences = new Map<string, string>();
  const audienceOf = ({ threadId }: MadeComment) => {
    const audience =
      audiences.get(threadId) ?? random.pick([...Array(20).fill("group"), "private", "instructors"]);
    audiences.set(threadId, audience);
    return audience;
  };
  const rows = made.map((comment, index) => {
    const { id, threadId, parentId } = comment;
    const at = moment(index);
    const cited = random.chance(0.25) ? random.between(1, paragraphs.length) : null;
    const body = cited ? `${comment.body} [[${number} ¶${cited}]]` : comment.body;
    const isRoot = parentId === null;
    const row = {
      id,
      roomId: room.roomId,
      readingId,
      authorId: member(comment.author),
      threadId,
      threadAuthorId: member(comment.threadAuthor),
      parentId,
      paragraphId: paragraphs[comment.paragraph]?.id,
      startOffset: isRoot ? comment.start : null,
      endOffset: isRoot ? comment.end : null,
      quote: isRoot ? comment.quote : null,
      prefix: isRoot ? comment.prefix : null,
      suffix: isRoot ? comment.suffix : null,
      signal: comment.signal,
      audience: audienceOf(comment),
      body,
      words: countWords(body),
      version: random.chance(0.08) ? 2 : 1,
      createdAt: at,
    };
    return { cited, row: { ...row, editedAt: row.version > 1 ? after(at, 1) : null } };
  });
  await making.rows(
    "Comment",
    rows.map(({ row }) => row),
  );
  await making.rows(
    "CommentVersion",
    rows.flatMap(({ row: { id, version, body, signal, createdAt: at } }) =>
      version > 1 ? [{ commentId: id, version: 1, body: body.slice(0, 80), signal, at }] : [],
    ),
  );
  await making.rows(
    "Citation",
    rows.flatMap(({ cited, row }) =>
      cited
        ? [
            {
              id: making.id(),
              commentId: row.id,
              readingId,
              paragraphId: paragraphs[cited - 1]?.id,
              position: 0,
            },
          ]
        : [],
    ),
  );
  await making.rows(
    "Reaction",
    rows
      .filter((_, at) => at % 10 === 0)
      .map(({ row }, at) => ({
        commentId: row.id,
        membershipId: member(at % room.members.length),
        kind: "same",
        at: row.createdAt,
      })),
  );
  return rows.map(({ row }) => ({
    roomId: room.roomId,
    type: "comment.posted",
    actorId: row.authorId,
    subjectId: row.id,
    payload: { threadId: row.threadId, audience: row.audience },
    at: row.createdAt,
  }));
}

/** Nine in ten answer the prompt, each of them another's answer. */
async function answerIn(
  making: Making,
  people: ClassPeople,
  { roomId, members }: ClassRoom,
  { promptId, number, dueAt, readingId, paragraphs }: ClassAssignment,
): Promise<Happened[]> {
  const at = new Date(Math.min(after(dueAt, -5).getTime(), after(making.now, -1).getTime()));
  const answers = members
    .filter((index) => index % 10 !== 9)
    .map((index) => ({
      id: making.id(),
      roomId,
      promptId,
      authorId: people.students[index]?.membershipId,
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
  await making.rows("Response", answers);
  await making.rows("Response", replies);
  const paragraphId = paragraphs[0]?.id;
  await making.rows(
    "Citation",
    answers.map(({ id }) => ({ id: making.id(), responseId: id, readingId, paragraphId, position: 0 })),
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
async function fileIn(
  making: Making,
  people: ClassPeople,
  { roomId, members }: ClassRoom,
  { assignment: { readingId, paragraphs, dueAt }, matrix }: Talk,
): Promise<Happened[]> {
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
  await making.rows("Evidence", rows);
  return rows.map(({ id, authorId }) => ({
    roomId,
    type: "evidence.filed",
    actorId: authorId,
    subjectId: id,
    payload: { version: 1 },
    at,
  }));
}

/** What a class says in one assignment, with its events in their order. Returns the comments. */
export async function addTalk(making: Making, people: ClassPeople, talk: Talk): Promise<string[]> {
  const { assignment, comments } = talk;
  const { assignmentId, rooms, readingId } = assignment;
  const written: string[] = [];
  await making.rows(
    "Room",
    rooms.map(({ roomId: id, groupId }) => ({ id, assignmentId, groupId, notifiedSeq: 0, lastSeq: 0 })),
  );
  for (const room of rooms) {
    const share = Math.round((comments * room.members.length) / people.students.length);
    const said = await commentIn(making, people, room, { ...talk, comments: share });
    const answered = await answerIn(making, people, room, assignment);
    const filed = await fileIn(making, people, room, talk);
    const events = [...said, ...answered, ...filed].sort(
      (one, other) => one.at.getTime() - other.at.getTime(),
    );
    await making.rows(
      "Event",
      events.map((event, at) => ({ ...event, seq: at + 1 })),
    );
    await making.counted(room.roomId, events.length);
    written.push(...said.map(({ subjectId }) => subjectId));
  }
  await making.rows(
    "ReadingPlace",
    people.students.map(({ membershipId }, at) => ({
      membershipId,
      readingId,
      last: 1 + (at % 40),
      furthest: 40,
      at: assignment.opensAt,
    })),
  );
  return written;
}
