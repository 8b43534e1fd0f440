import { isStaff } from "@/domain/access/actor";
import { can } from "@/domain/access/policy";
import type { Id } from "@/domain/id";
import { excerptOf } from "@/domain/notification/mail";
import type { NotificationKind } from "@/domain/notification/notification";
import type { CourseAccess } from "./course-access";
import { type SubjectRow, subjectsOf } from "./notification-subjects";
import { type OpenAssignment, openAssignments, openRoomFacts } from "./openness";
import { keyOf, type Naming, toldText, voiceOf } from "./voice";

export interface NotificationRow {
  id: Id;
  kind: NotificationKind;
  subjectId: Id;
  assignmentId: Id | null;
}

/** What somebody is told, in the words and names that they may read now. */
export interface Tidings {
  /** What it is about, where a kind has several. */
  about: "comment" | "response" | "note" | "grade" | "assignment" | "letter";
  /** Who wrote it; null where nobody did. */
  who: string | null;
  /** It is this person's own: told of what became of it. */
  mine: boolean;
  assignment: string | null;
  dueAt: Date | null;
  /** Of a letter the whole, of what else was written the beginning. */
  text: string;
  /** Where it stands, as a path. */
  href: string;
}

/** Whether somebody may see now what they are told of: `held` may come to be seen, `gone` never will. */
export type Standing = { state: "seen"; tidings: Tidings } | { state: "held" } | { state: "gone" };

const held = { state: "held" } as const;
const gone = { state: "gone" } as const;

/**
 * What there is to be told of each row, by its id, to the person it is for. By the rules of the pages: nothing here is
 * shown that the page it leads to would not show. Three statements.
 */
export async function standingOf(
  access: CourseAccess,
  rows: readonly NotificationRow[],
  now: Date,
): Promise<Map<Id, Standing>> {
  const open = await openAssignments(access, now);
  const subjects = await subjectsOf(
    access,
    rows.map(({ subjectId }) => subjectId),
  );
  const byId = new Map(subjects.map((row) => [row.id, row]));
  return new Map(rows.map((row) => [row.id, stand(access, row, byId.get(row.subjectId), open, now)]));
}

function stand(
  access: CourseAccess,
  row: NotificationRow,
  subject: SubjectRow | undefined,
  open: readonly OpenAssignment[],
  now: Date,
): Standing {
  if (row.kind === "dates" || row.kind === "dueSoon") return ofAssignment(access, row, open, now);
  if (!subject || subject.gone) return gone;
  switch (subject.type) {
    case "comment":
      return ofComment(access, subject, open, now);
    case "response":
      return ofResponse(access, subject, open, now);
    case "note":
      return ofNote(access, subject, open);
    case "grade":
    case "request":
      return ofGrade(access, subject, open);
    case "letter":
      return seen(access, subject, null, { about: "letter", text: subject.body, href: "/notifications" });
  }
}

function seen(
  access: CourseAccess,
  subject: SubjectRow,
  where: { open: OpenAssignment; naming: Naming } | null,
  rest: Pick<Tidings, "about" | "text"> & { href: string },
): Standing {
  const writer = { id: subject.authorId, role: subject.role, user: { name: subject.name } };
  const who = where ? voiceOf(where.naming, writer).name : subject.name;
  const href = rest.href.startsWith("/") ? rest.href : `/courses/${access.courseId}/${rest.href}`;
  return {
    state: "seen",
    tidings: {
      ...rest,
      href,
      who,
      mine: subject.authorId === access.actor.membershipId,
      assignment: where?.open.title ?? null,
      dueAt: null,
    },
  };
}

function ofAssignment(
  access: CourseAccess,
  row: NotificationRow,
  open: readonly OpenAssignment[],
  now: Date,
): Standing {
  const found = open.find(({ facts }) => facts.id === row.subjectId);
  if (!found) return held;
  const { dueAt } = found.facts;
  if (row.kind === "dueSoon" && now > dueAt) return gone;
  const href = `/courses/${access.courseId}`;
  const tidings = {
    about: "assignment",
    who: null,
    mine: false,
    assignment: found.title,
    dueAt,
    text: "",
    href,
  } as const;
  return { state: "seen", tidings };
}

function ofComment(
  access: CourseAccess,
  subject: SubjectRow,
  all: readonly OpenAssignment[],
  now: Date,
): Standing {
  const open = all.find(({ facts }) => facts.id === subject.assignmentId);
  const { authorId, threadAuthorId, threadId, audience, groupId } = subject;
  if (!open || !threadAuthorId || !audience) return held;
  const facts = {
    authorId,
    threadAuthorId,
    audience,
    deleted: false,
    isRoot: threadId === subject.id,
    signal: null,
  };
  if (!can(access.actor, "comment.see", facts, openRoomFacts(open, groupId), now)) return held;
  return seen(
    access,
    subject,
    { open, naming: open.naming },
    {
      about: "comment",
      text: excerptOf(toldText(open.naming, subject.body, subject.mentions ?? [])),
      href: `readings/${subject.readingId}?thread=${threadId}`,
    },
  );
}

function ofResponse(
  access: CourseAccess,
  subject: SubjectRow,
  all: readonly OpenAssignment[],
  now: Date,
): Standing {
  const open = all.find(({ facts }) => facts.id === subject.assignmentId);
  const prompt = open?.prompts.find(({ id }) => id === subject.promptId);
  if (!open || !prompt) return held;
  const facts = { authorId: subject.authorId, submitted: subject.shown, deleted: false };
  const room = { ...openRoomFacts(open, subject.groupId), othersVisible: prompt.showsOthers };
  if (!can(access.actor, "response.see", facts, room, now)) return held;
  return seen(
    access,
    subject,
    { open, naming: prompt.naming },
    {
      about: "response",
      text: excerptOf(subject.body),
      href: `prompts/${prompt.id}?view=class&response=${subject.threadId}`,
    },
  );
}

function ofNote(access: CourseAccess, subject: SubjectRow, all: readonly OpenAssignment[]): Standing {
  const holds = (id: Id | null) => all.find(({ readings }) => readings.some((each) => each.id === id));
  const here = holds(subject.readingId);
  const there = subject.otherReadingId === null ? here : holds(subject.otherReadingId);
  if (!here || !there || !subject.shown || !here.showsOthers || !there.showsOthers) return held;
  // Where either text is talked about under aliases, so are the two together.
  const open = there.naming.hidden && !here.naming.hidden ? there : here;
  const onTerm = subject.otherReadingId !== null;
  return seen(
    access,
    subject,
    { open, naming: open.naming },
    {
      about: "note",
      text: excerptOf(subject.body),
      href: onTerm ? `terms/${subject.threadId}` : `evidence?piece=${subject.threadId}`,
    },
  );
}

function ofGrade(access: CourseAccess, subject: SubjectRow, all: readonly OpenAssignment[]): Standing {
  const open = all.find(({ facts }) => facts.id === subject.assignmentId);
  const studentId = subject.studentId ?? "";
  if (!open || !can(access.actor, "grade.see", { studentId, released: subject.shown })) return held;
  const key = keyOf(open.naming, { id: studentId, role: "student" });
  const { id } = open.facts;
  return seen(
    access,
    subject,
    { open, naming: open.naming },
    {
      about: "grade",
      text: excerptOf(subject.body),
      href: isStaff(access.actor) ? `grade/${id}?student=${key}` : `grades/${id}`,
    },
  );
}
