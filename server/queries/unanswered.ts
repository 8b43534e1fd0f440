import type { Role } from "@/domain/access/actor";
import { can } from "@/domain/access/policy";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { voiceOf } from "./voice";

/** A prompt with the answers to which nobody has replied. */
export interface UnansweredPrompt {
  promptId: Id;
  /** The prompt's number in the course. */
  number: number;
  title: string;
  assignment: string;
  /** Oldest first. */
  answers: UnansweredAnswer[];
}

export interface UnansweredAnswer {
  id: Id;
  author: Voice;
  positionId: Id | null;
  submittedAt: Date;
  groupId: Id | null;
  /** How many people have read it. */
  read: number;
}

interface Row {
  id: Id;
  promptId: Id;
  number: number;
  title: string;
  assignment: string;
  positionId: Id | null;
  submittedAt: Date;
  groupId: Id | null;
  authorId: Id;
  role: Role;
  name: string;
  aliasId: Id | null;
  alias: string | null;
  names: "named" | "pseudonyms";
  blind: boolean;
  namesShownAt: Date | null;
  read: number;
}

/** The answers of the whole course to which nobody but their author has replied, for staff. One statement. */
export async function unansweredResponses(access: CourseAccess): Promise<UnansweredPrompt[]> {
  authorize(access, "insight.read");
  const rows = await db().$queryRaw<Row[]>`
    SELECT a.id, p.id AS "promptId", p.position AS number, p.title, w.title AS assignment, a."positionId",
      a."submittedAt", r."groupId", m.id AS "authorId", m.role::text AS role, u.name, l.id AS "aliasId",
      l.name AS alias, CASE WHEN p.pseudonyms THEN 'pseudonyms' ELSE w.names::text END AS names, w.blind,
      w."namesShownAt",
      (SELECT count(*)::int FROM "ResponseSeen" s WHERE s."responseId" = a.id) AS read
    FROM "Response" a
    JOIN "Prompt" p ON p.id = a."promptId"
    JOIN "Assignment" w ON w.id = p."assignmentId"
    JOIN "Room" r ON r.id = a."roomId"
    JOIN "Membership" m ON m.id = a."authorId"
    JOIN "User" u ON u.id = m."userId"
    LEFT JOIN "Alias" l ON l."assignmentId" = w.id AND l."membershipId" = m.id
    WHERE a."courseId" = ${access.courseId}::uuid AND a."parentId" IS NULL AND a."deletedAt" IS NULL
      AND a."submittedAt" IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM "Response" c
        WHERE c."parentId" = a.id AND c."deletedAt" IS NULL AND c."authorId" <> a."authorId")
    ORDER BY p.position, a."submittedAt", a.id`;
  const prompts = new Map<Id, UnansweredPrompt>();
  for (const { promptId, number, title, assignment, ...row } of rows) {
    const prompt = prompts.get(promptId) ?? { promptId, number, title, assignment, answers: [] };
    prompts.set(promptId, prompt);
    const { authorId, role, name, aliasId, alias, names, blind, namesShownAt, ...answer } = row;
    const naming = {
      hidden: !can(access.actor, "names.see", { names, blind, namesShownAt }),
      names,
      aliases: new Map(aliasId && alias ? [[authorId, { id: aliasId, name: alias }]] : []),
    };
    prompt.answers.push({ ...answer, author: voiceOf(naming, { id: authorId, role, user: { name } }) });
  }
  return [...prompts.values()];
}
