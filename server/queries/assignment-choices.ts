import { hundredths, showPoints } from "@/domain/grading/points";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { dimensionFields, positionFields } from "./frame";
import { rubricsOf } from "./rubric";

/**
 * What an assignment can be made of: published sources, rubrics, ways of dividing the class, parts of the course's
 * grade, what prompts can be about. Four statements.
 */
export async function assignmentChoices(access: CourseAccess) {
  authorize(access, "assignment.write");
  const { courseId } = access;
  const [versions, groupSets, rubrics, frame] = await Promise.all([
    db().sourceVersion.findMany({
      where: { courseId, publishedAt: { not: null } },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      select: {
        id: true,
        sourceId: true,
        title: true,
        byline: true,
        _count: { select: { paragraphs: { where: { number: { not: null } } } } },
      },
    }),
    db().groupSet.findMany({
      where: { courseId },
      orderBy: [{ name: "asc" }],
      select: {
        id: true,
        name: true,
        kind: true,
        size: true,
        mixed: true,
        groups: {
          where: { dissolvedAt: null },
          orderBy: { position: "asc" },
          select: {
            id: true,
            name: true,
            _count: { select: { members: { where: { membership: { withdrawnAt: null } } } } },
          },
        },
      },
    }),
    rubricsOf(access),
    db().course.findUniqueOrThrow({
      where: { id: courseId },
      select: {
        // A prompt may name what was taken out since, and has to show it to be rid of it.
        positions: {
          ...positionFields,
          where: {},
          select: { ...positionFields.select, removedAt: true },
        },
        dimensions: {
          ...dimensionFields,
          where: {},
          select: { ...dimensionFields.select, removedAt: true },
        },
        terms: { select: { id: true, name: true, removedAt: true }, orderBy: { position: "asc" } },
        categories: {
          select: { id: true, name: true, weight: true, dropLowest: true },
          orderBy: [{ position: "asc" }, { id: "asc" }],
        },
        _count: { select: { memberships: { where: { role: "student", withdrawnAt: null } } } },
      },
    }),
  ]);
  const { categories, _count: people, positions, dimensions, terms } = frame;
  return {
    timeZone: access.timeZone,
    sources: versions.map(({ id, _count, ...version }) => ({
      ...version,
      versionId: id,
      paragraphs: _count.paragraphs,
    })),
    students: people.memberships,
    groupSets: groupSets.map(({ groups, ...set }) => ({
      ...set,
      groups: groups.length,
      /** How many stand in each group, in the groups' order. */
      members: groups.map(({ id, name, _count }) => ({ id, name, students: _count.members })),
    })),
    /** `most` is the sum of a rubric's best levels, a decimal. */
    rubrics: rubrics.map(({ id, title, most }) => ({ id, title, most })),
    /** `weight` is a decimal, in per cent of the course. */
    categories: categories.map((category) => ({
      ...category,
      weight: showPoints(hundredths(category.weight)),
    })),
    positions: positions.map(toChoice),
    dimensions: dimensions.map(toChoice),
    terms: terms.map(toChoice),
  };
}

/** What a prompt can be about; `removed`: no longer, but one that names it goes on naming it. */
const toChoice = <Item extends { removedAt: Date | null }>({ removedAt, ...item }: Item) => ({
  ...item,
  removed: removedAt !== null,
});
