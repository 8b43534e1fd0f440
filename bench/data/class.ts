import type pg from "pg";
import { addGrades } from "./class-grades";
import { type ClassAssignment, makeAssignments } from "./class-plan";
import { addTalk } from "./class-talk";
import { seededId } from "./comments";
import type { Person } from "./course";
import { insert } from "./insert";
import { Prose } from "./prose";
import { Random } from "./random";
import type { Text } from "./text";

/** How many stand in a group. */
const IN_A_GROUP = 6;
const SECTIONS = 3;
const PHRASES = 40;
const DAY = 24 * 60 * 60 * 1000;

export interface ClassSize {
  students: number;
  /** Over all assignments together. */
  comments: number;
}

/** What the parts of a class are made with: the same seed and size make the same class. */
export class Making {
  readonly random: Random;
  readonly prose: Prose;
  readonly now = new Date();
  readonly courseId: string;

  constructor(
    private readonly db: pg.Pool,
    readonly text: Text,
    seed: number,
  ) {
    this.random = new Random(seed);
    this.prose = new Prose(this.random);
    this.courseId = this.id();
  }

  id(): string {
    return seededId(this.random, this.now);
  }

  ids(count: number): string[] {
    return Array.from({ length: count }, () => this.id());
  }

  /** So many days from now. */
  at(days: number): Date {
    return new Date(this.now.getTime() + days * DAY);
  }

  /** Writes rows of this course. */
  async rows(name: string, rows: Record<string, unknown>[]): Promise<void> {
    const { courseId } = this;
    await insert(
      this.db,
      name,
      rows.map((row) => ({ courseId, ...row })),
    );
  }

  /** Writes rows that belong to no course. */
  async plain(name: string, rows: Record<string, unknown>[]): Promise<void> {
    await insert(this.db, name, rows);
  }

  /** Lets the database learn what it holds, as it does by itself in a course that grows over weeks. */
  async settle(): Promise<void> {
    await this.db.query("VACUUM ANALYZE");
  }
}

export interface ClassGroup {
  groupId: string;
  /** Indices of its students. */
  members: number[];
}

export interface ClassPeople {
  instructor: Person;
  assistants: Person[];
  students: Person[];
  groupSetId: string;
  groups: ClassGroup[];
}

export interface MadeClass extends ClassPeople {
  courseId: string;
  /** In the course's order. */
  assignments: ClassAssignment[];
}

async function makePeople(making: Making, count: number): Promise<ClassPeople> {
  const sections = making.ids(SECTIONS);
  await making.rows(
    "Section",
    sections.map((id, at) => ({ id, name: `Section ${at + 1}` })),
  );
  const since = making.at(-100);
  const join = async (many: number, role: "student" | "assistant" | "instructor"): Promise<Person[]> => {
    const people = Array.from({ length: many }, () => ({
      userId: making.id(),
      membershipId: making.id(),
      name: making.prose.personName(),
    }));
    await making.plain(
      "User",
      people.map(({ userId: id, name }) => ({ id, name, email: `${id}@bench.test`, createdAt: since })),
    );
    await making.rows(
      "Membership",
      people.map(({ userId, membershipId: id }, at) => ({
        id,
        userId,
        role,
        sectionId: role === "student" ? sections[at % SECTIONS] : null,
        joinedAt: since,
      })),
    );
    return people;
  };
  const [instructor] = await join(1, "instructor");
  if (!instructor) throw new Error("Nobody teaches.");
  const assistants = await join(2, "assistant");
  const students = await join(count, "student");
  const groupSetId = making.id();
  const groups = making.ids(Math.ceil(count / IN_A_GROUP)).map((groupId, at) => ({
    groupId,
    members: students.map((_, index) => index).slice(at * IN_A_GROUP, (at + 1) * IN_A_GROUP),
  }));
  await making.rows("GroupSet", [{ id: groupSetId, name: "Seminar", kind: "automatic", size: IN_A_GROUP }]);
  await making.rows(
    "Group",
    groups.map(({ groupId: id }, at) => ({ id, groupSetId, name: `Group ${at + 1}`, position: at + 1 })),
  );
  await making.rows(
    "GroupMember",
    groups.flatMap(({ groupId, members }) =>
      members.map((at) => ({ membershipId: students[at]?.membershipId, groupSetId, groupId })),
    ),
  );
  return { instructor, assistants, students, groupSetId, groups };
}

/**
 * A course of its own: twelve assignments, each with a text, a prompt, the rubric, participation, a late policy and
 * extensions, two in three of them in groups; a class that commented on, cited, answered and filed; grades in all
 * states with their histories; shares, phrases, notifications.
 */
export async function makeClass(
  db: pg.Pool,
  text: Text,
  { students, comments }: ClassSize,
  seed: number,
): Promise<MadeClass> {
  const making = new Making(db, text, seed);
  const { courseId } = making;
  await making.plain("Course", [
    {
      id: courseId,
      title: `A class of ${students}`,
      timeZone: "Europe/Madrid",
      createdAt: making.at(-100),
    },
  ]);
  const people = await makePeople(making, students);
  const { assignments, criteria, matrix } = await makeAssignments(making, people);
  const each = Math.round(comments / assignments.length);
  const written: string[] = [];
  for (const assignment of assignments) {
    written.push(...(await addTalk(making, people, { assignment, matrix, comments: each })));
  }
  await addGrades(making, people, assignments, criteria);
  await making.rows(
    "Phrase",
    making.ids(PHRASES).map((id, at) => ({
      id,
      authorId: people.instructor.membershipId,
      body: making.prose.sentence(),
      shared: at % 2 === 0,
      uses: at,
      createdAt: making.at(-20),
    })),
  );
  await making.rows(
    "Notification",
    written
      .filter((_, at) => at % 20 === 0)
      .map((subjectId) => ({
        id: making.id(),
        recipientId: people.instructor.membershipId,
        kind: "mention",
        subjectId,
        at: making.at(-1),
        delivery: "never",
      })),
  );
  await making.settle();
  return { courseId, ...people, assignments };
}
