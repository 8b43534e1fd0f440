import type { EventBody } from "@/domain/event";
import type { Transaction } from "@/server/adapters/db";
import { withCitations, writeCitations } from "./citations";
import type { DemoSteelman } from "./content/argument-types";
import { roomOfPrompt, type Talk } from "./talk";

async function writeVerdicts(tx: Transaction, talk: Talk, steelman: DemoSteelman) {
  const { ids, clock, courseId } = talk;
  const steelmanId = ids.of("steelman", steelman.key);
  const rows = steelman.verdicts.map(({ author, day, ...verdict }, index) => ({
    id: ids.make("verdict", `${steelman.key} ${index}`, clock.moment(day)),
    courseId,
    steelmanId,
    authorId: ids.of("member", author),
    at: clock.moment(day),
    ...verdict,
  }));
  await tx.steelmanVerdict.createMany({ data: rows });
  return rows;
}

/** The cases that people put for what they reject, what those who hold it said of them, and the rebuttals. */
export async function writeSteelmen(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  const people = new Map(demo.people.map((person) => [person.key, person]));
  for (const steelman of demo.steelmen) {
    const roomId = await roomOfPrompt(tx, talk, steelman.prompt, people.get(steelman.author));
    const at = clock.moment(steelman.day);
    const id = ids.make("steelman", steelman.key, at);
    const authorId = ids.of("member", steelman.author);
    const promptId = ids.of("prompt", steelman.prompt);
    const positionId = ids.of("position", steelman.position);
    const { text, targets } = withCitations(talk, steelman.body);
    const rebuttal = steelman.rebuttal && {
      rebuttal: steelman.rebuttal.body,
      rebuttedAt: clock.moment(steelman.rebuttal.day),
    };
    const { amended } = steelman;
    const editedAt = amended ? clock.moment(amended.day) : null;
    await tx.steelman.create({
      data: {
        id,
        courseId,
        roomId,
        promptId,
        authorId,
        positionId,
        body: text,
        version: editedAt ? 2 : 1,
        createdAt: at,
        editedAt,
        ...rebuttal,
      },
    });
    await writeCitations(tx, courseId, { steelmanId: id }, targets);
    if (amended) {
      const body = withCitations(talk, amended.was).text;
      await tx.steelmanVersion.create({ data: { steelmanId: id, courseId, version: 1, body, at } });
    }
    const verdicts = await writeVerdicts(tx, talk, steelman);
    const record = (event: EventBody, actorId: string, subjectId: string, when: Date) =>
      log.record(roomId, { ...event, courseId, actorId, subjectId, at: when });
    const saved = (version: number): EventBody => ({
      type: "steelman.saved",
      payload: { version, promptId, positionId },
    });
    record(saved(1), authorId, id, at);
    if (editedAt) record(saved(2), authorId, id, editedAt);
    for (const verdict of verdicts) {
      const payload = { steelmanId: id, version: verdict.onVersion, signs: verdict.signs };
      record({ type: "steelman.judged", payload }, verdict.authorId, verdict.id, verdict.at);
    }
    if (rebuttal) {
      const payload = { version: editedAt ? 2 : 1 };
      record({ type: "steelman.answered", payload }, authorId, id, rebuttal.rebuttedAt);
    }
  }
}
