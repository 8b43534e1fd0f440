import { createHash } from "node:crypto";
import { anew } from "@/domain/group/anew";
import { freeGroupName, USUAL_SIZE } from "@/domain/group/group";
import type { Id } from "@/domain/id";
import { refuse } from "@/domain/refusal";
import { db, type Transaction } from "@/server/adapters/db";
import { groupFacts, isToldToHaveWritten, studentIn } from "@/server/adapters/group-facts";
import { authorize, type CourseAccess } from "./course-access";
import { presentStudent, setOf } from "./group";

export interface AnewPart {
  /** The group that it goes on as; null for a new one. */
  groupId: Id | null;
  name: string;
  members: { id: Id; name: string }[];
}

export interface AnewMove {
  studentId: Id;
  name: string;
  /** The names of the groups; null where they stood in none. */
  from: string | null;
  to: string;
  /** Has written in rooms of this set, where it is not graded blind: their threads stay where they are. */
  written: boolean;
}

/** How a set would be divided anew. */
export interface AnewView {
  version: number;
  parts: AnewPart[];
  moves: AnewMove[];
  /** Groups that nobody would stand in any more. */
  dissolves: { id: Id; name: string }[];
  /** To be sent with the act: it is refused when it would do something else by then. */
  shown: string;
}

/**
 * How an automatic set would be divided anew, also as it stands within a transaction. The same until somebody comes,
 * goes, takes another stance or saves the set. Refuses `not-found` for what is no automatic set. Four statements.
 */
export async function anewOf(access: CourseAccess, setId: Id, client: Transaction = db()): Promise<AnewView> {
  authorize(access, "group.write");
  const set = await setOf(access, setId, client);
  if (set.kind !== "automatic") refuse({ code: "not-found" });
  const { courseId } = access;
  const students = await client.membership.findMany({
    where: { courseId, ...presentStudent },
    orderBy: { id: "asc" },
    select: { id: true, user: { select: { name: true } } },
  });
  const facts = await groupFacts(client, courseId);
  const nameOf = new Map(students.map(({ id, user }) => [id, user.name]));
  const standing = set.groups.filter(({ dissolved }) => !dissolved);
  const divided = anew(
    standing.map(({ id, members }) => ({
      id,
      members: members.map((member) => studentIn(facts, setId, member.id)),
    })),
    students.map(({ id }) => studentIn(facts, setId, id)),
    { size: set.size ?? USUAL_SIZE, mixed: set.mixed },
    `${setId} ${set.version}`,
  );
  const names = set.groups.map(({ name }) => name);
  const fromOf = new Map(
    standing.flatMap((group) => group.members.map((member) => [member.id, group] as const)),
  );
  const moves: AnewMove[] = [];
  const parts = divided.map(({ groupId, members }): AnewPart => {
    const name = standing.find(({ id }) => id === groupId)?.name ?? freeGroupName(names);
    if (groupId === null) names.push(name);
    for (const { id } of members) {
      const from = fromOf.get(id);
      if (from && from.id === groupId) continue;
      moves.push({
        studentId: id,
        name: nameOf.get(id) ?? "",
        from: from?.name ?? null,
        to: name,
        written: isToldToHaveWritten(facts, setId, id),
      });
    }
    return { groupId, name, members: members.map(({ id }) => ({ id, name: nameOf.get(id) ?? "" })) };
  });
  const kept = new Set(parts.map(({ groupId }) => groupId));
  const dissolves = standing.filter(({ id }) => !kept.has(id)).map(({ id, name }) => ({ id, name }));
  const touched = moves.map(({ studentId, to, written }) => [studentId, to, written]);
  const shown = createHash("sha256")
    .update(JSON.stringify([set.version, touched]))
    .digest("base64url");
  return { version: set.version, parts, moves, dissolves, shown };
}
