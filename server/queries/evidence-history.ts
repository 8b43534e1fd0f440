import type { Id } from "@/domain/id";
import type { EvidenceState } from "@/domain/prompt/evidence";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import type { CourseAccess } from "./course-access";
import { evidenceFor } from "./evidence";
import { voiceFields, voiceOf } from "./voice";

interface StateRow extends Omit<EvidenceState, "by"> {
  actorId: Id;
}

/** What a piece has said since it was filed, oldest first, the present last: for its author and for staff. */
export async function evidenceHistory(access: CourseAccess, id: Id, now: Date): Promise<EvidenceState[]> {
  const { row, open } = await evidenceFor(access, id, "evidence.history", now);
  // Who wrote the present state is told by the last event about it.
  const rows = await db().$queryRaw<StateRow[]>(Prisma.sql`
    SELECT s.version, s.claim, s.relation, s.at, s."actorId", p.short AS position, d.name AS dimension
    FROM (
      SELECT v.version, v.claim, v.relation, v.at, v."actorId", v."positionId", v."dimensionId"
      FROM "EvidenceVersion" v WHERE v."evidenceId" = ${row.id}::uuid
      UNION ALL
      SELECT e.version, e.claim, e.relation, coalesce(e."editedAt", e."filedAt", e."createdAt"),
        coalesce((SELECT x."actorId" FROM "Event" x
          WHERE x."roomId" = e."roomId" AND x."subjectId" = e.id AND x.type IN ('evidence.filed', 'evidence.edited')
          ORDER BY x.seq DESC LIMIT 1), e."authorId"),
        e."positionId", e."dimensionId"
      FROM "Evidence" e WHERE e.id = ${row.id}::uuid
    ) s
    LEFT JOIN "Position" p ON p.id = s."positionId"
    LEFT JOIN "Dimension" d ON d.id = s."dimensionId"
    ORDER BY s.version`);
  const members = await db().membership.findMany({
    where: { id: { in: [...new Set(rows.map((state) => state.actorId))] } },
    ...voiceFields,
  });
  return rows.flatMap(({ actorId, ...state }) => {
    const actor = members.find((member) => member.id === actorId);
    return actor ? [{ ...state, by: voiceOf(open.naming, actor) }] : [];
  });
}
