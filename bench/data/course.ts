import type pg from "pg";
import { roomId } from "@/server/adapters/event-log";
import { hashPassword } from "@/server/adapters/password";
import { type MadeComment, makeComments, seededId } from "./comments";
import { insert } from "./insert";
import { Prose } from "./prose";
import { Random } from "./random";
import { makeText, type Text } from "./text";

/** Writers; the one who reads comes on top. */
const AUTHORS = 60;
const DAY = 24 * 60 * 60 * 1000;

export interface Person {
  userId: string;
  membershipId: string;
  name: string;
}

export interface MadeReading {
  readingId: string;
  assignmentId: string;
  roomId: string;
  comments: MadeComment[];
}

/** The course the bench measures in: one text, sixty writers, a reader, and readings with as many comments as asked. */
export class BenchCourse {
  private readonly random = new Random(2026);
  private readonly prose = new Prose(this.random);
  private readonly now = new Date();
  readonly text: Text;
  readonly courseId: string;
  people: Person[] = [];
  versionId = "";
  private sourceId = "";
  private position = 0;

  constructor(private readonly db: pg.Pool) {
    this.text = makeText(this.random, this.now);
    this.courseId = this.id();
  }

  private id(): string {
    return seededId(this.random, this.now);
  }

  /** The person who opens the pages: a student who has written nothing. */
  get reader(): Person {
    const reader = this.people[AUTHORS];
    if (!reader) throw new Error("The course has not been written.");
    return reader;
  }

  /** People of the course; more can be added for streams of their own. */
  async join(count: number, role: "student" | "instructor" = "student"): Promise<Person[]> {
    const { courseId } = this;
    const passwordHash = await hashPassword(this.id());
    const people = Array.from({ length: count }, () => ({
      userId: this.id(),
      membershipId: this.id(),
      name: this.prose.personName(),
    }));
    const since = new Date(this.now.getTime() - 30 * DAY);
    await insert(
      this.db,
      "User",
      people.map(({ userId, name }) => ({
        id: userId,
        email: `${userId}@bench.test`,
        name,
        passwordHash,
        sessionVersion: 1,
        demo: false,
        createdAt: since,
      })),
    );
    await insert(
      this.db,
      "Membership",
      people.map(({ userId, membershipId }) => ({
        id: membershipId,
        courseId,
        userId,
        role,
        joinedAt: since,
        presence: true,
      })),
    );
    this.people.push(...people);
    return people;
  }

  async write(): Promise<void> {
    const { courseId, now, db } = this;
    const since = new Date(now.getTime() - 30 * DAY);
    await db.query(
      `INSERT INTO "Course" (id, title, "timeZone", "createdAt") VALUES ($1, 'Borders', 'Europe/Madrid', $2)`,
      [courseId, since],
    );
    await this.join(AUTHORS + 1);
    this.sourceId = this.id();
    await db.query(
      `INSERT INTO "Source" (id, "courseId", "createdAt", "createdById") VALUES ($1, $2, $3, $4)`,
      [this.sourceId, courseId, since, this.reader.membershipId],
    );
    this.versionId = await this.publish(1, this.text.paragraphs);
  }

  /** The next version of the text; the readings go on showing the first. */
  edition(paragraphs: readonly { id: string; text: string }[]): Promise<string> {
    return this.publish(2, paragraphs);
  }

  private async publish(
    number: number,
    paragraphs: readonly { id: string; text: string }[],
  ): Promise<string> {
    const { courseId, sourceId, db } = this;
    const versionId = this.id();
    await db.query(
      `INSERT INTO "SourceVersion" (id, "courseId", "sourceId", number, title, "publishedAt", "createdAt")
       VALUES ($1, $2, $3, $4, $5, $6, $6)`,
      [versionId, courseId, sourceId, number, this.text.title, new Date(this.now.getTime() - 30 * DAY)],
    );
    await insert(
      db,
      "Paragraph",
      paragraphs.map(({ id, text }, index) => ({
        id,
        courseId,
        versionId,
        position: index + 1,
        number: index + 1,
        kind: "paragraph",
        text,
      })),
    );
    return versionId;
  }

  /** An assignment of its own that reads the text, with so many comments in its room and their events. */
  async reading(count: number): Promise<MadeReading> {
    const { courseId, db, now } = this;
    const assignmentId = this.id();
    const readingId = this.id();
    const position = ++this.position;
    const room = roomId({ courseId, assignmentId, groupId: null });
    await db.query(
      `INSERT INTO "Assignment" (id, "courseId", position, title, "publishedAt", "opensAt", "dueAt", "closesAt", points)
       VALUES ($1, $2, $3, $4, $5, $5, $6, $6, 10)`,
      [
        assignmentId,
        courseId,
        position,
        `Reading with ${count} comments`,
        new Date(now.getTime() - 20 * DAY),
        new Date(now.getTime() + 20 * DAY),
      ],
    );
    await db.query(
      `INSERT INTO "Reading" (id, "courseId", "assignmentId", "versionId", position) VALUES ($1, $2, $3, $4, $5)`,
      [readingId, courseId, assignmentId, this.versionId, position],
    );
    const made = { text: this.text, people: AUTHORS, count, until: new Date(now.getTime() - DAY) };
    const comments = makeComments(made, this.prose, this.random);
    await db.query(`INSERT INTO "Room" (id, "courseId", "assignmentId", "lastSeq") VALUES ($1, $2, $3, $4)`, [
      room,
      courseId,
      assignmentId,
      comments.length,
    ]);
    await this.talk(room, readingId, comments);
    return { readingId, assignmentId, roomId: room, comments };
  }

  private async talk(room: string, readingId: string, comments: MadeComment[]): Promise<void> {
    const { courseId } = this;
    const member = (index: number) => this.people[index]?.membershipId;
    const rows = comments.map((comment) => ({
      id: comment.id,
      courseId,
      roomId: room,
      readingId,
      authorId: member(comment.author),
      threadId: comment.threadId,
      threadAuthorId: member(comment.threadAuthor),
      parentId: comment.parentId,
      paragraphId: this.text.paragraphs[comment.paragraph]?.id,
      // A reply stands where its root does, without a passage of its own.
      startOffset: comment.parentId ? null : comment.start,
      endOffset: comment.parentId ? null : comment.end,
      quote: comment.parentId ? null : comment.quote,
      prefix: comment.parentId ? null : comment.prefix,
      suffix: comment.parentId ? null : comment.suffix,
      signal: comment.signal,
      audience: "group",
      body: comment.body,
      version: 1,
      revision: 1,
      createdAt: comment.at,
    }));
    const events = comments.map((comment, index) => ({
      courseId,
      roomId: room,
      seq: index + 1,
      type: "comment.posted",
      actorId: member(comment.author),
      subjectId: comment.id,
      payload: { threadId: comment.threadId, audience: "group" },
      at: comment.at,
    }));
    if (rows.length === 0) return;
    await insert(this.db, "Comment", rows);
    await insert(this.db, "Event", events);
    await this.db.query("VACUUM ANALYZE");
  }
}
