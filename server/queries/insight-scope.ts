import { isBlind } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { blindFields } from "./grade-key";

export interface ScopeReading {
  id: Id;
  /** The reading's number in the course. */
  number: number;
  title: string;
  /** What is written in it, notes to oneself left out. */
  comments: number;
}

export interface ScopeAssignment {
  id: Id;
  title: string;
  opensAt: Date;
  dueAt: Date;
  readings: ScopeReading[];
  prompts: { id: Id; title: string }[];
  /** Graded without names now. */
  blind: boolean;
}

export interface InsightChoices {
  /** Those that are published, in the course's order. */
  assignments: ScopeAssignment[];
  sections: { id: Id; name: string }[];
}

const inOrder = [{ position: "asc" }, { id: "asc" }] as const;

/** What can be looked into: assignments with their texts and prompts, and sections, for staff. One statement. */
export async function insightChoices(access: CourseAccess): Promise<InsightChoices> {
  authorize(access, "insight.read");
  const course = await db().course.findUnique({
    where: { id: access.courseId },
    select: {
      sections: { select: { id: true, name: true }, orderBy: [{ name: "asc" }, { id: "asc" }] },
      assignments: {
        where: { publishedAt: { not: null } },
        orderBy: [...inOrder],
        select: {
          id: true,
          title: true,
          opensAt: true,
          dueAt: true,
          ...blindFields,
          readings: {
            orderBy: [...inOrder],
            select: {
              id: true,
              position: true,
              version: { select: { title: true } },
              _count: {
                select: { comments: { where: { deletedAt: null, audience: { not: "private" } } } },
              },
            },
          },
          prompts: { orderBy: [...inOrder], select: { id: true, title: true } },
        },
      },
    },
  });
  if (!course) refuse({ code: "not-found" });
  return {
    sections: course.sections,
    assignments: course.assignments.map(({ readings, blind, namesShownAt, ...assignment }) => ({
      ...assignment,
      blind: isBlind({ blind, namesShownAt }),
      readings: readings.map(({ id, position, version, _count }) => ({
        id,
        number: position,
        title: version.title,
        comments: _count.comments,
      })),
    })),
  };
}
