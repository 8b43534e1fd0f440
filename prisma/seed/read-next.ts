import type { Transaction } from "@/server/adapters/db";
import { roomId } from "@/server/adapters/event-log";
import { chance } from "./chance";
import type { Demo } from "./content/types";
import type { Talk } from "./talk";

type DemoResponse = Demo["responses"][number];

/** Answers that wait for somebody to read and answer them next: the newest that they were given. */
const WAITING: Record<string, string[]> = { ada: ["foundation-dmytro", "foundation-sofia"] };

/** An answer this young, in days, has not been seen by anybody. */
const FRESH = 0.35;

/** Somebody who reads an answer, when, and whether "read next" gave it to them; `done` when they replied. */
interface Reader {
  key: string;
  day: number;
  handed: boolean;
  done: number | null;
}

function readersOf(response: DemoResponse, { people, prompts, responses }: Demo): Reader[] {
  const prompt = prompts.find((one) => one.key === response.prompt);
  const group = people.find((one) => one.key === response.author)?.group;
  const answered = new Map(
    responses.filter((one) => one.prompt === response.prompt).map(({ author, day }) => [author, day]),
  );
  const seesOthers = ({ key, day }: Reader) => !prompt?.postFirst || (answered.get(key) ?? 0) < day;
  return people
    .filter(({ key, role }) => role === "student" && key !== response.author)
    .filter((person) => prompt?.wholeClass || person.group === group)
    .flatMap(({ key }): Reader[] => {
      const reply = response.replies.find((one) => one.author === key);
      const waits = WAITING[key]?.includes(response.key) ?? false;
      const lag = chance("reads", response.key, key);
      const day = reply ? reply.day - 0.02 : response.day + 0.04 + lag * 1.5;
      if (reply) return [{ key, day, handed: chance("handed", response.key, key) < 0.7, done: reply.day }];
      if (waits) return [{ key, day: response.day + 0.03, handed: true, done: null }];
      const reads = day < 0 && response.day < -FRESH && chance("seen", response.key, key) < 0.55;
      return reads ? [{ key, day, handed: false, done: null }] : [];
    })
    .filter(seesOthers);
}

/** Who has read whose answer, and what "read next" gave them: those who replied were mostly given what they answered. */
export async function writeReadNext(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, log } = talk;
  for (const response of demo.responses) {
    const prompt = demo.prompts.find((one) => one.key === response.prompt);
    const group = demo.people.find((one) => one.key === response.author)?.group;
    const responseId = ids.of("response", response.key);
    const promptId = ids.of("prompt", response.prompt);
    const room = roomId({
      courseId,
      assignmentId: ids.of("assignment", prompt?.assignment ?? ""),
      groupId: prompt?.wholeClass || !group ? null : ids.of("group", group),
    });
    const readers = readersOf(response, demo).map((reader) => ({
      ...reader,
      row: { membershipId: ids.of("member", reader.key), responseId, courseId, at: clock.moment(reader.day) },
    }));
    const given = readers.filter((reader) => reader.handed);
    // What still waits has been given and not been read.
    await tx.responseSeen.createMany({
      data: readers.filter(({ handed, done }) => !handed || done !== null).map(({ row }) => row),
    });
    await tx.handedResponse.createMany({
      data: given.map(({ row, done }) => ({
        ...row,
        promptId,
        doneAt: done === null ? null : clock.moment(done),
      })),
    });
    for (const { row } of given) {
      log.record(room, {
        type: "response.handed",
        payload: { promptId },
        courseId,
        actorId: row.membershipId,
        subjectId: responseId,
        at: row.at,
      });
    }
  }
}
