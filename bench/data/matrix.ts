import type pg from "pg";
import { roomId } from "@/server/adapters/event-log";
import { seededId } from "./comments";
import { insert } from "./insert";
import { Prose } from "./prose";
import { Random } from "./random";
import type { Text } from "./text";

const POSITIONS = 5;
const DIMENSIONS = 8;
const READINGS = 8;
const AUTHORS = 40;
const DAY = 24 * 60 * 60 * 1000;

export interface MadeMatrix {
  courseId: string;
  /** Who opens it: a student who has recorded nothing. */
  reader: { userId: string; membershipId: string; name: string };
  /** The cell that holds a tenth of all pieces, as `positionId.dimensionId`. */
  fullest: string;
  pieces: number;
}

const names = ["The old order", "The ledger", "The open border", "The league", "The sea road"];
const questions = [
  "Small states",
  "Debt",
  "War",
  "Trade",
  "Consent",
  "Minorities",
  "Borders",
  "Who decides",
] as const;

/** A course of its own with a frame of five positions and eight dimensions, and so many pieces of evidence in it. */
export async function makeMatrix(db: pg.Pool, text: Text, pieces: number, seed: number): Promise<MadeMatrix> {
  const random = new Random(seed);
  const prose = new Prose(random);
  const now = new Date();
  const at = (days: number) => new Date(now.getTime() + days * DAY);
  const id = () => seededId(random, now);
  const ids = (count: number) => Array.from({ length: count }, id);
  const courseId = id();
  const since = at(-30);
  await insert(db, "Course", [
    {
      id: courseId,
      title: `Evidence, ${pieces} pieces`,
      subtitle: "",
      term: "",
      language: "en",
      timeZone: "Europe/Madrid",
      presence: true,
      showsFlow: true,
      smallestGroup: 5,
      frameVersion: 1,
      createdAt: since,
    },
  ]);
  const people = ids(AUTHORS + 1).map((userId) => ({ userId, membershipId: id(), name: prose.personName() }));
  await insert(
    db,
    "User",
    people.map(({ userId, name }) => ({
      id: userId,
      email: `${userId}@bench.test`,
      name,
      sessionVersion: 1,
      demo: false,
      createdAt: since,
    })),
  );
  await insert(
    db,
    "Membership",
    people.map(({ userId, membershipId }) => ({
      id: membershipId,
      courseId,
      userId,
      role: "student",
      joinedAt: since,
      presence: true,
    })),
  );
  const positions = ids(POSITIONS);
  await insert(
    db,
    "Position",
    positions.map((each, index) => ({
      id: each,
      courseId,
      position: index + 1,
      name: names[index],
      short: names[index],
      line: prose.sentence(),
      account: "",
      sources: "",
      colour: `pos-${index + 1}`,
    })),
  );
  const dimensions = ids(DIMENSIONS);
  await insert(
    db,
    "Dimension",
    dimensions.map((each, index) => ({
      id: each,
      courseId,
      position: index + 1,
      name: questions[index],
      question: prose.sentence(),
    })),
  );

  const assignmentId = id();
  await insert(db, "Assignment", [
    {
      id: assignmentId,
      courseId,
      position: 1,
      title: "Weigh them",
      instructions: "",
      publishedAt: at(-20),
      opensAt: at(-20),
      dueAt: at(20),
      closesAt: at(20),
      points: 10,
      visibility: "open",
      postFirst: 0,
      names: "named",
      version: 1,
      createdAt: since,
    },
  ]);
  const readings = ids(READINGS).map((readingId, index) => ({
    readingId,
    number: index + 1,
    sourceId: id(),
    versionId: id(),
    // Each reads another part of the text.
    paragraphs: text.paragraphs.slice(index * 60, (index + 1) * 60).map((each) => ({ ...each, id: id() })),
  }));
  const createdById = people[0]?.membershipId;
  await insert(
    db,
    "Source",
    readings.map(({ sourceId }) => ({ id: sourceId, courseId, createdAt: since, createdById })),
  );
  await insert(
    db,
    "SourceVersion",
    readings.map(({ versionId, sourceId }) => ({
      id: versionId,
      courseId,
      sourceId,
      number: 1,
      title: prose.sentence().slice(0, 60),
      deck: "",
      byline: "",
      origin: "",
      language: "en",
      publishedAt: since,
      revision: 1,
      createdAt: since,
    })),
  );
  await insert(
    db,
    "Paragraph",
    readings.flatMap(({ versionId, paragraphs }) =>
      paragraphs.map((paragraph, index) => ({
        id: paragraph.id,
        courseId,
        versionId,
        position: index + 1,
        number: index + 1,
        kind: "paragraph",
        text: paragraph.text,
      })),
    ),
  );
  await insert(
    db,
    "Reading",
    readings.map(({ readingId, versionId, number }) => ({
      id: readingId,
      courseId,
      assignmentId,
      versionId,
      position: number,
    })),
  );
  const room = roomId({ courseId, assignmentId, groupId: null });
  await insert(db, "Room", [{ id: room, courseId, assignmentId, lastSeq: 0 }]);

  const cells = positions.flatMap((positionId) =>
    dimensions.map((dimensionId) => ({ positionId, dimensionId })),
  );
  const [fullest] = cells;
  const rows = Array.from({ length: pieces }, (_, index) => {
    const reading = random.pick(readings);
    const paragraph = random.pick(reading.paragraphs);
    const quote = paragraph.text.slice(0, random.between(40, Math.min(200, paragraph.text.length)));
    const cell = index % 10 === 0 ? fullest : random.pick(cells.slice(1));
    return {
      id: id(),
      courseId,
      roomId: room,
      authorId: people[random.between(1, AUTHORS)]?.membershipId,
      readingId: reading.readingId,
      paragraphId: paragraph.id,
      startOffset: 0,
      endOffset: quote.length,
      quote,
      claim: prose.sentence(),
      relation: random.pick(["supports", "supports", "challenges", "qualifies"]),
      ...cell,
      version: 1,
      createdAt: new Date(now.getTime() - DAY + index * 1000),
      filedAt: new Date(now.getTime() - DAY + index * 1000),
      anchor: "sound",
    };
  });
  await insert(db, "Evidence", rows);
  await db.query("VACUUM ANALYZE");
  const [reader] = people;
  if (!reader || !fullest) throw new Error("The matrix has nobody to read it.");
  return { courseId, reader, fullest: `${fullest.positionId}.${fullest.dimensionId}`, pieces };
}
