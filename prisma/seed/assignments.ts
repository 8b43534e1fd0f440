import { giveClassAliases } from "@/server/adapters/aliases";
import type { Transaction } from "@/server/adapters/db";
import type { DemoClock } from "./clock";
import type { Demo } from "./content/types";
import type { Ids } from "./ids";

const visibilities = { open: "open", "post-first": "postFirst", closed: "closedUntilDue" } as const;

async function writeRubric(tx: Transaction, { rubric }: Demo, courseId: string, ids: Ids) {
  const rubricId = ids.make("rubric", rubric.key);
  await tx.rubric.create({ data: { id: rubricId, courseId, title: rubric.title } });
  for (const [index, { key, levels, ...criterion }] of rubric.criteria.entries()) {
    const id = ids.make("criterion", key);
    await tx.rubricCriterion.create({
      data: {
        id,
        courseId,
        rubricId,
        position: index + 1,
        ...criterion,
        levels: {
          createMany: {
            data: levels.map(({ description, points }, level) => ({
              id: ids.make("level", `${key} ${level}`),
              courseId,
              position: level + 1,
              // What a level means says more in a grading queue than its rank.
              name: description,
              points,
            })),
          },
        },
      },
    });
  }
  return rubricId;
}

/** The rubric, the four assignments, and the numbers their readings and prompts have in the course. */
export async function writeAssignments(
  tx: Transaction,
  demo: Demo,
  courseId: string,
  ids: Ids,
  clock: DemoClock,
) {
  const rubricId = await writeRubric(tx, demo, courseId, ids);
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
        rubricId,
        groupSetId: assignment.groups ? ids.of("group set", "demo") : null,
        visibility: visibilities[assignment.visibility],
        postFirst: assignment.postFirst,
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
