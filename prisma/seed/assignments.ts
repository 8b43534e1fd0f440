import { giveClassAliases } from "@/server/adapters/aliases";
import type { Transaction } from "@/server/adapters/db";
import type { DemoClock } from "./clock";
import type { Demo } from "./content/types";
import type { Ids } from "./ids";

const visibilities = { open: "open", "post-first": "postFirst", closed: "closedUntilDue" } as const;

async function writeRubrics(tx: Transaction, { rubrics }: Demo, courseId: string, ids: Ids) {
  await tx.rubric.createMany({
    data: rubrics.map(({ key, title }) => ({ id: ids.make("rubric", key), courseId, title })),
  });
  await tx.rubricCriterion.createMany({
    data: rubrics.flatMap((rubric) =>
      rubric.criteria.map(({ key, name, description }, index) => ({
        id: ids.make("criterion", key),
        courseId,
        rubricId: ids.of("rubric", rubric.key),
        position: index + 1,
        name,
        description,
      })),
    ),
  });
  await tx.rubricLevel.createMany({
    data: rubrics.flatMap((rubric) =>
      rubric.criteria.flatMap(({ key, levels }) =>
        levels.map(({ description, points }, level) => ({
          id: ids.make("level", `${key} ${level}`),
          courseId,
          criterionId: ids.of("criterion", key),
          position: level + 1,
          // What a level means says more in a grading queue than its rank.
          name: description,
          points,
        })),
      ),
    ),
  });
}

async function writeCategories(tx: Transaction, { course }: Demo, courseId: string, ids: Ids) {
  await tx.course.update({ where: { id: courseId }, data: { categoriesVersion: 2 } });
  await tx.category.createMany({
    data: course.categories.map(({ key, ...category }, index) => ({
      id: ids.make("category", key),
      courseId,
      position: index + 1,
      ...category,
    })),
  });
}

/** The rubrics, what the course is weighed by, the four assignments, and the numbers their readings and prompts have in the course. */
export async function writeAssignments(
  tx: Transaction,
  demo: Demo,
  courseId: string,
  ids: Ids,
  clock: DemoClock,
) {
  await writeRubrics(tx, demo, courseId, ids);
  await writeCategories(tx, demo, courseId, ids);
  const numbers = new Map(demo.readings.map((reading, index) => [reading.key, index + 1]));
  let promptNumber = 0;
  for (const [index, assignment] of demo.assignments.entries()) {
    const assignmentId = ids.make("assignment", assignment.key);
    const { names = "named" } = assignment;
    await tx.assignment.create({
      data: {
        id: assignmentId,
        courseId,
        position: index + 1,
        title: assignment.title,
        instructions: assignment.instructions,
        publishedAt: clock.moment(-26),
        opensAt: clock.at(assignment.opensDay, "08:00"),
        dueAt: clock.at(assignment.dueDay, "23:59"),
        closesAt: clock.at(assignment.closesDay, "23:59"),
        points: assignment.points,
        participationPoints: assignment.participationPoints,
        participation: assignment.participation,
        latePolicy: assignment.late,
        categoryId: ids.of("category", assignment.category),
        weight: assignment.weight,
        showsDistribution: assignment.showsDistribution,
        rubricId: ids.of("rubric", assignment.rubric),
        groupSetId: assignment.groups ? ids.of("group set", "demo") : null,
        visibility: visibilities[assignment.visibility],
        postFirst: assignment.postFirst,
        postFirstWords: assignment.postFirstWords,
        names,
        createdAt: clock.moment(-26),
      },
    });
    await giveClassAliases(tx, { id: assignmentId, courseId, names });
    await tx.reading.createMany({
      data: assignment.readings.map((key) => ({
        id: ids.make("reading", key),
        courseId,
        assignmentId,
        versionId: ids.of("version", key),
        position: numbers.get(key) ?? 0,
      })),
    });
    const prompts = demo.prompts.filter((prompt) => prompt.assignment === assignment.key);
    await tx.prompt.createMany({
      data: prompts.map(({ key, assignment: _, positions: __, dimension, term, ...asked }) => ({
        id: ids.make("prompt", key),
        courseId,
        assignmentId,
        position: ++promptNumber,
        dimensionId: dimension ? ids.of("dimension", dimension) : null,
        termId: term ? ids.of("term", term) : null,
        ...asked,
      })),
    });
    await tx.promptPosition.createMany({
      data: prompts.flatMap(({ key, positions }) =>
        positions.map((position) => ({
          promptId: ids.of("prompt", key),
          positionId: ids.of("position", position),
          courseId,
        })),
      ),
    });
  }
  return numbers;
}
