import { v7 as uuidv7 } from "uuid";
import { db, pool, transaction } from "@/server/adapters/db";
import { openRoom } from "@/server/adapters/event-log";
import { announce } from "@/server/adapters/pubsub";
import { courseAccess } from "@/server/queries/course-access";
import type { Cast } from "./cast";
import type { Random } from "./random";

// What the commands do, in one call to the database: the change, then the number under the room's lock, then the event.
const procedure = `
CREATE FUNCTION quick_event(kind text, room uuid, reading uuid, thread uuid, comment uuid, actor uuid, said text,
                            heard_by "Audience") RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  course uuid;
  number int;
BEGIN
  SELECT "courseId" INTO course FROM "Room" WHERE id = room;
  IF kind = 'posted' THEN
    INSERT INTO "Comment" (id, "courseId", "roomId", "readingId", "authorId", "threadId", "threadAuthorId", audience,
                           body, "createdAt")
    VALUES (comment, course, room, reading, actor, comment, actor, heard_by, said, clock_timestamp());
  ELSIF kind = 'edited' THEN
    UPDATE "Comment" SET body = said, version = version + 1, revision = revision + 1,
                         "editedAt" = clock_timestamp()
    WHERE id = comment AND "deletedAt" IS NULL;
  ELSIF kind = 'deleted' THEN
    UPDATE "Comment" SET body = '', version = version + 1, revision = revision + 1,
                         "deletedAt" = clock_timestamp()
    WHERE id = comment AND "deletedAt" IS NULL;
  ELSE
    UPDATE "Comment" SET revision = revision + 1, "resolvedAt" = CASE WHEN "resolvedAt" IS NULL THEN
                         clock_timestamp() END
    WHERE id = comment AND "deletedAt" IS NULL;
  END IF;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE "Room" SET "lastSeq" = "lastSeq" + 1 WHERE id = room RETURNING "lastSeq" INTO number;
  INSERT INTO "Event" ("courseId", "roomId", seq, type, "actorId", "subjectId", payload, at)
  VALUES (course, room, number, 'comment.' || kind, actor, comment, '{}', clock_timestamp());
  RETURN true;
END $$`;

interface Written {
  id: string;
  room: string;
  author: string;
}

/** Writes comments and changes to them much faster than the commands can, under the same lock. */
export class QuickWriter {
  private readonly written: Written[] = [];
  events = 0;

  constructor(
    private readonly cast: Cast,
    private readonly rooms: { id: string; authors: string[] }[],
    private readonly random: Random,
    /** So many comments; after that they are only changed. */
    private readonly most: number,
  ) {}

  async write(): Promise<void> {
    const { random } = this;
    if (this.written.length < this.most && (this.written.length < 10 || random.chance(0.2)))
      return this.post();
    const { id, room, author } = random.pick(this.written);
    const kind = random.chance(0.01) ? "deleted" : random.pick(["edited", "edited", "resolved"]);
    await this.call(kind, room, id, author, "group");
  }

  private async post(): Promise<void> {
    const { random } = this;
    const { id: room, authors } = random.pick(this.rooms);
    const author = random.pick(authors);
    const id = uuidv7();
    const audience = random.chance(0.75) ? "group" : random.pick(["private", "instructors"] as const);
    await this.call("posted", room, id, author, audience);
    this.written.push({ id, room, author });
  }

  private async call(kind: string, room: string, id: string, author: string, audience: string) {
    const words = `${kind} ${this.random.below(1e9)}`;
    const { readingId, courseId } = this.cast;
    const { rows } = await pool().query("SELECT quick_event($1, $2, $3, $4, $4, $5, $6, $7) AS done", [
      kind,
      room,
      readingId,
      id,
      author,
      words,
      audience,
    ]);
    if (!rows[0].done) return;
    this.events += 1;
    announce({ kind: "room", roomId: room, courseId });
  }
}

async function addGroup({ courseId, groups }: Cast, position: number) {
  const [groupId, userId, membershipId] = [uuidv7(), uuidv7(), uuidv7()];
  const name = `Group ${position}`;
  await db().group.create({ data: { id: groupId, courseId, groupSetId: groups.setId, name, position } });
  await db().user.create({
    data: { id: userId, email: `${userId}@example.test`, name: `Member of ${name}` },
  });
  await db().membership.create({ data: { id: membershipId, courseId, userId, role: "student" } });
  await db().groupMember.create({ data: { membershipId, courseId, groupId, groupSetId: groups.setId } });
  return { groupId, people: [await courseAccess({ userId, sessionVersion: 1 }, courseId)] };
}

/** Makes the procedure, two more groups, and the rooms with those who write there: the whole class's and each group's. */
export async function prepareQuickWriting(cast: Cast) {
  await pool().query(procedure);
  const { courseId, assignmentId, groups } = cast;
  const places = [
    { groupId: null, people: [cast.instructor, cast.assistant] },
    { groupId: groups.a, people: [cast.ada, cast.liming] },
    { groupId: groups.b, people: [cast.stranger] },
    await addGroup(cast, 3),
    await addGroup(cast, 4),
  ];
  const rooms = places.map(async ({ groupId, people }) => ({
    id: await transaction((tx) => openRoom(tx, { courseId, assignmentId, groupId })),
    authors: people.map((person) => person.actor.membershipId),
  }));
  return { rooms: await Promise.all(rooms), students: places.slice(1).flatMap(({ people }) => people) };
}
