import { isStaff } from "@/domain/access/actor";
import { isClosed } from "@/domain/access/discussion";
import { ownSchedule } from "@/domain/access/own-schedule";
import { can } from "@/domain/access/policy";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess, type SessionClaim } from "./course-access";
import { extensionFields, extensionsFor } from "./discussion";
import { personOf } from "./person";
import { assignmentScope, gradeScope } from "./scope";

/** My courses, with how many assignments are open and when the next is due. */
export async function coursesOf(claim: SessionClaim, now: Date) {
  const person = await personOf(claim);
  const theirs = {
    OR: [
      { student: { userId: claim.userId } },
      { group: { members: { some: { membership: { userId: claim.userId } } } } },
    ],
  };
  const memberships = await db().membership.findMany({
    where: { userId: claim.userId, withdrawnAt: null },
    orderBy: { joinedAt: "desc" },
    select: {
      id: true,
      role: true,
      groups: { select: { groupId: true } },
      course: {
        select: {
          id: true,
          title: true,
          subtitle: true,
          term: true,
          timeZone: true,
          assignments: {
            where: {
              publishedAt: { not: null },
              OR: [{ dueAt: { gte: now } }, { extensions: { some: { ...theirs, dueAt: { gte: now } } } }],
            },
            select: {
              id: true,
              title: true,
              dueAt: true,
              closesAt: true,
              opensAt: true,
              extensions: { where: theirs, select: extensionFields },
            },
          },
          _count: { select: { memberships: { where: { withdrawnAt: null, role: "student" } } } },
        },
      },
    },
  });
  return {
    me: { id: person.id, name: person.name },
    courses: memberships.map(({ id, role, groups, course: { assignments, _count, ...course } }) => {
      const actor = { membershipId: id, role, groupIds: groups.map(({ groupId }) => groupId) };
      const [next] = assignments
        .map((assignment) => ownSchedule(actor, assignment))
        .filter(({ dueAt }) => dueAt >= now)
        .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime());
      return {
        ...course,
        role,
        students: _count.memberships,
        next: next ? { id: next.id, title: next.title, dueAt: next.dueAt, opensAt: next.opensAt } : null,
      };
    }),
  };
}

/** What the frame of every page of a course shows. */
export async function courseFrame(access: CourseAccess) {
  const membership = await db().membership.findUnique({
    where: { id: access.actor.membershipId },
    select: {
      user: { select: { id: true, name: true } },
      course: { select: { id: true, title: true, timeZone: true } },
    },
  });
  if (!membership) refuse({ code: "not-found" });
  return {
    course: membership.course,
    role: access.actor.role,
    me: { id: access.actor.membershipId, name: membership.user.name },
    staff: isStaff(access.actor),
    can: { readPeople: can(access.actor, "people.read"), manage: can(access.actor, "course.manage") },
  };
}

/** The course page: assignments in order with their readings, prompts, and what I (or, for staff, the class) did. */
export async function courseOverview(access: CourseAccess, now: Date) {
  const { actor, courseId } = access;
  const mine = { authorId: actor.membershipId, deletedAt: null };
  const [course, assignments] = await Promise.all([
    db().course.findUniqueOrThrow({
      where: { id: courseId },
      select: {
        title: true,
        subtitle: true,
        term: true,
        timeZone: true,
        joinCode: true,
        memberships: {
          where: { role: { in: ["instructor", "assistant"] }, withdrawnAt: null },
          orderBy: { joinedAt: "asc" },
          select: { role: true, user: { select: { name: true } } },
        },
      },
    }),
    db().assignment.findMany({
      where: { courseId, ...assignmentScope(actor) },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: {
        id: true,
        title: true,
        publishedAt: true,
        opensAt: true,
        dueAt: true,
        closesAt: true,
        extensions: extensionsFor(actor),
        points: true,
        groupSet: {
          select: {
            groups: { where: { id: { in: [...actor.groupIds] } }, select: { name: true } },
          },
        },
        readings: {
          orderBy: { position: "asc" },
          select: {
            id: true,
            position: true,
            version: {
              select: {
                title: true,
                origin: true,
                deck: true,
                _count: { select: { paragraphs: { where: { number: { not: null } } } } },
              },
            },
            _count: {
              select: {
                comments: {
                  where: isStaff(actor) ? { deletedAt: null, audience: { not: "private" } } : mine,
                },
              },
            },
          },
        },
        prompts: {
          orderBy: { position: "asc" },
          select: {
            id: true,
            position: true,
            title: true,
            responses: {
              where: { ...mine, parentId: null },
              select: { submittedAt: true },
              take: 1,
            },
            _count: {
              select: {
                responses: { where: { parentId: null, submittedAt: { not: null }, deletedAt: null } },
              },
            },
          },
        },
        grades: { where: gradeScope(actor), select: { id: true, releasedAt: true } },
      },
    }),
  ]);
  return {
    ...course,
    joinCode: can(actor, "people.read") ? course.joinCode : null,
    staff: course.memberships.map(({ role, user }) => ({ role, name: user.name })),
    group: assignments.flatMap((assignment) => assignment.groupSet?.groups ?? [])[0]?.name ?? null,
    assignments: assignments.map(({ readings, prompts, grades, groupSet: _groups, points, ...row }) => {
      const assignment = ownSchedule(actor, row);
      const entered = can(actor, "assignment.enter", assignment, now);
      return {
        ...assignment,
        points: points.toString(),
        entered,
        closed: isClosed(assignment, now),
        released: grades.filter((grade) => grade.releasedAt !== null).length,
        drafts: grades.filter((grade) => grade.releasedAt === null).length,
        readings: readings.map(({ id, position, version, _count }) => ({
          id,
          position,
          title: version.title,
          deck: version.deck,
          origin: version.origin,
          paragraphs: version._count.paragraphs,
          comments: _count.comments,
        })),
        // Before it opens, a student sees that something comes, not what it asks.
        prompts: (entered ? prompts : []).map(({ id, position, title, responses, _count }) => ({
          id,
          position,
          title,
          // How many have answered is for staff: a count can tell what post-first hides.
          posted: isStaff(actor) ? _count.responses : null,
          mine: responses[0] ? (responses[0].submittedAt ? ("posted" as const) : ("draft" as const)) : null,
        })),
      };
    }),
  };
}

/** The roster. */
export async function people(access: CourseAccess) {
  authorize(access, "people.read");
  const [course, members] = await Promise.all([
    db().course.findUniqueOrThrow({ where: { id: access.courseId }, select: { joinCode: true } }),
    db().membership.findMany({
      where: { courseId: access.courseId },
      orderBy: [{ role: "asc" }, { user: { name: "asc" } }, { id: "asc" }],
      select: {
        id: true,
        role: true,
        joinedAt: true,
        withdrawnAt: true,
        user: { select: { name: true, email: true } },
        groups: { select: { group: { select: { name: true } } } },
      },
    }),
  ]);
  const canManage = can(access.actor, "people.manage");
  return {
    joinCode: course.joinCode,
    can: { manage: canManage },
    members: members.map(({ user, groups, ...member }) => ({
      ...member,
      name: user.name,
      // An observer looks at the class, not at its addresses.
      email: isStaff(access.actor) ? user.email : null,
      groups: groups.map(({ group }) => group.name),
      me: member.id === access.actor.membershipId,
    })),
  };
}
