import type { Prisma } from "@/prisma/client/client";
import type { Transaction } from "@/server/adapters/db";
import { citationRows, withCitations } from "./citations";
import { roomOfPrompt, type Talk } from "./talk";

/** Answers to the prompts, with the replies to each. */
export async function writeResponses(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const people = new Map(demo.people.map((person) => [person.key, person]));
  const rows: Prisma.ResponseCreateManyInput[] = [];
  const citations: ReturnType<typeof citationRows> = [];
  for (const response of demo.responses) {
    const roomId = await roomOfPrompt(tx, talk, response.prompt, people.get(response.author));
    const promptId = ids.of("prompt", response.prompt);
    const pieces = [
      {
        ...response,
        parentId: null,
        relation: null,
        positionId: response.position && ids.of("position", response.position),
      },
      ...response.replies.map((reply) => ({ ...reply, parentId: response.key, positionId: null })),
    ];
    for (const piece of pieces) {
      const at = clock.moment(piece.day);
      const id = ids.make("response", piece.key, at);
      const parentId = piece.parentId && ids.of("response", piece.parentId);
      const authorId = ids.of("member", piece.author);
      const { text, targets } = withCitations(talk, piece.body);
      rows.push({
        id,
        courseId,
        roomId,
        promptId,
        authorId,
        parentId,
        relation: piece.relation,
        positionId: piece.positionId,
        body: text,
        createdAt: at,
        submittedAt: at,
      });
      citations.push(...citationRows(courseId, { responseId: id }, targets));
      talk.log.record(roomId, {
        ...(parentId && piece.relation
          ? { type: "response.replied" as const, payload: { parentId, relation: piece.relation } }
          : { type: "response.submitted" as const, payload: { version: 1, promptId } }),
        courseId,
        actorId: authorId,
        subjectId: id,
        at,
      });
    }
  }
  await tx.response.createMany({ data: rows });
  await tx.citation.createMany({ data: citations });
}
