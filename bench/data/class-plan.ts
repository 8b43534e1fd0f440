import { roomId } from "@/server/adapters/event-log";
import type { ClassPeople, Making } from "./class";

const ASSIGNMENTS = 12;
/** Paragraphs of each text. */
const PARAGRAPHS = 40;
const CRITERIA = ["Close reading", "Argument", "Sources", "Answering others"];
const LEVELS = [0, 2, 4];
/** Of 20 points; the rubric is worth the rest. */
const PARTICIPATION = 4;

export interface ClassRoom {
  roomId: string;
  /** Null: the whole class. */
  groupId: string | null;
  /** Indices of the students who talk there. */
  members: number[];
}

export interface ClassAssignment {
  assignmentId: string;
  readingId: string;
  /** The reading's number in the course, and the prompt's. */
  number: number;
  promptId: string;
  opensAt: Date;
  dueAt: Date;
  blind: boolean;
  rooms: ClassRoom[];
  paragraphs: { id: string; text: string }[];
}

export interface ClassCriterion {
  id: string;
  /** From the weakest. */
  levels: { id: string; points: number }[];
}

/** Where evidence is filed. */
export interface ClassMatrix {
  positions: string[];
  dimensions: string[];
}

async function makeRubric(making: Making): Promise<{ rubricId: string; criteria: ClassCriterion[] }> {
  const rubricId = making.id();
  const criteria = CRITERIA.map(() => ({
    id: making.id(),
    levels: LEVELS.map((points) => ({ id: making.id(), points })),
  }));
  await making.rows("Rubric", [{ id: rubricId, title: "Discussion" }]);
  await making.rows(
    "RubricCriterion",
    criteria.map(({ id }, at) => ({ id, rubricId, position: at + 1, name: CRITERIA[at] })),
  );
  await making.rows(
    "RubricLevel",
    criteria.flatMap(({ id: criterionId, levels }) =>
      levels.map(({ id, points }, at) => ({
        id,
        criterionId,
        position: at + 1,
        name: `Level ${at + 1}`,
        points,
      })),
    ),
  );
  return { rubricId, criteria };
}

async function makeMatrix(making: Making): Promise<ClassMatrix> {
  const positions = making.ids(3);
  const dimensions = making.ids(4);
  await making.rows(
    "Position",
    positions.map((id, at) => ({
      id,
      position: at + 1,
      name: `Order ${at + 1}`,
      short: `Order ${at + 1}`,
      line: making.prose.sentence(),
      colour: `pos-${at + 1}`,
    })),
  );
  await making.rows(
    "Dimension",
    dimensions.map((id, at) => ({ id, position: at + 1, name: `Question ${at + 1}` })),
  );
  return { positions, dimensions };
}

/** Week `week` (from 1): the last is due in two days. */
function plan(making: Making, people: ClassPeople, week: number): ClassAssignment {
  const assignmentId = making.id();
  const due = (week - ASSIGNMENTS) * 7 + 2;
  const { courseId } = making;
  // Every third is talked over by the whole class, the others in groups.
  const rooms =
    week % 3 === 0
      ? [{ groupId: null, members: people.students.map((_, index) => index) }]
      : people.groups.map(({ groupId, members }) => ({ groupId, members }));
  return {
    assignmentId,
    readingId: making.id(),
    promptId: making.id(),
    number: week,
    opensAt: making.at(due - 7),
    dueAt: making.at(due),
    blind: week === ASSIGNMENTS - 2,
    rooms: rooms.map(({ groupId, members }) => ({
      roomId: roomId({ courseId, assignmentId, groupId }),
      groupId,
      members,
    })),
    paragraphs: making.text.paragraphs
      .slice((week - 1) * PARAGRAPHS, week * PARAGRAPHS)
      .map(({ text }) => ({ id: making.id(), text })),
  };
}

async function writeReadings(making: Making, people: ClassPeople, assignments: ClassAssignment[]) {
  const since = making.at(-100);
  const texts = assignments.map((each) => ({ ...each, sourceId: making.id(), versionId: making.id() }));
  const createdById = people.instructor.membershipId;
  await making.rows(
    "Source",
    texts.map(({ sourceId: id }) => ({ id, createdAt: since, createdById })),
  );
  await making.rows(
    "SourceVersion",
    texts.map(({ versionId: id, sourceId, number }) => ({
      id,
      sourceId,
      number: 1,
      title: `Text ${number}`,
      publishedAt: since,
      createdAt: since,
    })),
  );
  await making.rows(
    "Paragraph",
    texts.flatMap(({ versionId, paragraphs }) =>
      paragraphs.map(({ id, text }, at) => ({
        id,
        versionId,
        position: at + 1,
        number: at + 1,
        kind: "paragraph",
        text,
      })),
    ),
  );
  await making.rows(
    "Reading",
    texts.map(({ readingId: id, assignmentId, versionId, number: position }) => ({
      id,
      assignmentId,
      versionId,
      position,
    })),
  );
  await making.rows(
    "Prompt",
    texts.map(({ promptId: id, assignmentId, number: position }) => ({
      id,
      assignmentId,
      position,
      title: `Whose border? ${position}`,
      body: making.prose.paragraph(200),
    })),
  );
}

/** Other dates for every tenth student, and for two groups. */
async function writeExtensions(making: Making, people: ClassPeople, assignments: ClassAssignment[]) {
  const alone = people.students.filter((_, at) => at % 10 === 3).map(({ membershipId }) => membershipId);
  const together = people.groups.slice(0, 2).map(({ groupId }) => groupId);
  await making.rows(
    "Extension",
    assignments.flatMap(({ assignmentId, dueAt }) =>
      [
        ...alone.map((studentId) => ({ studentId, groupId: null })),
        ...together.map((groupId) => ({ studentId: null, groupId })),
      ].map((whose) => ({
        id: making.id(),
        assignmentId,
        ...whose,
        dueAt: new Date(dueAt.getTime() + 48 * 3_600_000),
        closesAt: new Date(dueAt.getTime() + 96 * 3_600_000),
        createdById: people.instructor.membershipId,
        createdAt: making.at(-30),
      })),
    ),
  );
}

/** The assignments with all that hangs on them before anybody writes: texts, prompts, rubric, rooms, shares, aliases. */
export async function makeAssignments(making: Making, people: ClassPeople) {
  const { rubricId, criteria } = await makeRubric(making);
  const matrix = await makeMatrix(making);
  const categories = making.ids(3);
  await making.rows(
    "Category",
    categories.map((id, at) => ({
      id,
      position: at + 1,
      name: `Part ${at + 1}`,
      weight: 30,
      dropLowest: at === 0 ? 1 : 0,
    })),
  );
  const assignments = Array.from({ length: ASSIGNMENTS }, (_, at) => plan(making, people, at + 1));
  await making.rows(
    "Assignment",
    assignments.map(({ assignmentId: id, number, opensAt, dueAt, blind }) => ({
      id,
      position: number,
      title: `Week ${number}`,
      publishedAt: opensAt,
      opensAt,
      dueAt,
      closesAt: new Date(dueAt.getTime() + 72 * 3_600_000),
      points: 20,
      rubricId,
      groupSetId: number % 3 === 0 ? null : people.groupSetId,
      visibility: number % 4 === 1 ? "postFirst" : "open",
      postFirst: number % 4 === 1 ? 2 : 0,
      postFirstWords: number % 4 === 1 ? 10 : 0,
      names: number === 7 ? "pseudonyms" : "named",
      blind,
      participationPoints: PARTICIPATION,
      latePolicy: { kind: "perDay", graceMinutes: 60, percent: 10, floor: 50 },
      categoryId: categories[number % categories.length],
      weight: 1 + (number % 2),
      showsDistribution: number % 2 === 0,
      createdAt: making.at(-100),
    })),
  );
  await writeReadings(making, people, assignments);
  await writeExtensions(making, people, assignments);
  const graders = [people.instructor, ...people.assistants];
  await making.rows(
    "GraderShare",
    assignments.flatMap(({ assignmentId }) =>
      people.students.map(({ membershipId: studentId }, at) => ({
        assignmentId,
        studentId,
        graderId: graders[at % graders.length]?.membershipId,
      })),
    ),
  );
  await making.rows(
    "Alias",
    assignments
      .filter(({ blind, number }) => blind || number === 7)
      .flatMap(({ assignmentId }) =>
        people.students.map(({ membershipId }, at) => ({
          id: making.id(),
          assignmentId,
          membershipId,
          name: `Heron ${at + 1}`,
        })),
      ),
  );
  return { assignments, criteria, matrix };
}
