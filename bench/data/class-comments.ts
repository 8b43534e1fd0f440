import { countWords } from "@/domain/prompt/citation";
import type { ClassPeople, Making } from "./class";
import { after, type Happened, type Pages, type Talk } from "./class-pages";
import type { ClassAssignment, ClassRoom } from "./class-plan";
import { type MadeComment, makeComments } from "./comments";

/** Of a room's comments each its moment: from a day after opening to some hours past the due date, or an hour ago. */
function spreadOver(making: Making, { opensAt, dueAt }: ClassAssignment, count: number) {
  const from = after(opensAt, 24).getTime();
  const until = Math.min(after(dueAt, 6).getTime(), after(making.now, -1).getTime());
  return (index: number) => new Date(from + ((index + 1) * (until - from)) / (count + 1));
}

/** What the students of one room comment and answer one another, a quarter of it citing, some of it edited. */
export function commentIn(
  making: Making,
  pages: Pages,
  people: ClassPeople,
  room: ClassRoom,
  { assignment, comments: count }: Talk,
): Happened[] {
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
  pages.add(
    "Comment",
    rows.map(({ row }) => row),
  );
  pages.add(
    "CommentVersion",
    rows.flatMap(({ row: { id, version, body, signal, createdAt: at } }) =>
      version > 1 ? [{ commentId: id, version: 1, body: body.slice(0, 80), signal, at }] : [],
    ),
  );
  pages.add(
    "Citation",
    rows.flatMap(({ cited, row }) =>
      cited
        ? [
            {
              id: making.id(),
              commentId: row.id,
              responseId: null,
              readingId,
              paragraphId: paragraphs[cited - 1]?.id,
              position: 0,
            },
          ]
        : [],
    ),
  );
  pages.add(
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
