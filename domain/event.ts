/**
 * Everything that can happen, as one closed union. Each write appends its event in its own transaction; activity,
 * participation, notifications and the audit trail are read from here and can be computed again.
 */
export type EventBody =
  | { type: "comment.posted"; payload: { threadId: string; audience: "group" | "private" | "instructors" } }
  | { type: "comment.edited"; payload: { version: number } }
  | { type: "comment.deleted"; payload: { byStaff: boolean } }
  | { type: "comment.reacted"; payload: { reaction: "same" | "helpful"; on: boolean } }
  | { type: "comment.resolved"; payload: { on: boolean } }
  | { type: "comment.pinned"; payload: { on: boolean } }
  | { type: "comment.answered"; payload: { replyId: string | null } }
  | { type: "presence.set"; payload: { of: "self" | "course"; on: boolean } }
  | { type: "response.saved"; payload: { version: number } }
  | { type: "response.submitted"; payload: { version: number; promptId: string } }
  | { type: "response.replied"; payload: { parentId: string; relation: "agree" | "challenge" | "ask" } }
  | { type: "response.deleted"; payload: Record<string, never> }
  | {
      type: "stance.taken";
      payload: { positionId: string | null; betweenId?: string | null; confidence: number };
    }
  | { type: "evidence.recorded"; payload: { positionId: string | null; dimensionId: string | null } }
  | { type: "evidence.filed"; payload: { version: number } }
  | { type: "evidence.edited"; payload: { version: number } }
  | { type: "evidence.deleted"; payload: { byStaff: boolean } }
  | { type: "evidence.merged"; payload: { intoId: string | null } }
  | { type: "evidence.helpful"; payload: { on: boolean } }
  | { type: "evidence.checked"; payload: { readingId: string } }
  | { type: "note.posted"; payload: { on: "evidence" | "difference"; subjectId: string } }
  | { type: "note.edited"; payload: { version: number } }
  | { type: "note.deleted"; payload: { byStaff: boolean } }
  | { type: "response.handed"; payload: { promptId: string } }
  | { type: "steelman.saved"; payload: { version: number; promptId: string; positionId: string } }
  | { type: "steelman.judged"; payload: { steelmanId: string; version: number; signs: boolean } }
  | { type: "steelman.answered"; payload: { version: number } }
  | { type: "steelman.deleted"; payload: Record<string, never> }
  | { type: "term.saved"; payload: { name: string; version: number } }
  | { type: "term.removed"; payload: { on: boolean } }
  | { type: "difference.stated"; payload: { termId: string } }
  | { type: "difference.deleted"; payload: { byStaff: boolean } }
  | { type: "frame.revised"; payload: { version: number } }
  | { type: "reading.moved"; payload: { fromVersionId: string; toVersionId: string } }
  | { type: "source.imported"; payload: { title: string; paragraphs: number } }
  | { type: "source.revised"; payload: { revision: number } }
  | { type: "source.published"; payload: { versionId: string; number: number } }
  | { type: "source.deleted"; payload: { title: string } }
  | { type: "assignment.created"; payload: { title: string } }
  | { type: "assignment.revised"; payload: { version: number; datesMoved?: true } }
  | { type: "assignment.published"; payload: Record<string, never> }
  | { type: "assignment.unpublished"; payload: Record<string, never> }
  | { type: "assignment.deleted"; payload: { title: string } }
  | { type: "assignment.names-shown"; payload: Record<string, never> }
  | { type: "extension.saved"; payload: { assignmentId: string; version: number } }
  | {
      type: "extension.withdrawn";
      payload: { assignmentId: string; studentId: string | null; groupId: string | null };
    }
  | { type: "groups.saved"; payload: { version: number } }
  | { type: "groups.joined"; payload: { groupId: string } }
  | { type: "groups.removed"; payload: { version: number } }
  | { type: "section.saved"; payload: { name: string } }
  | { type: "section.removed"; payload: { name: string } }
  | { type: "section.filled"; payload: { students: number } }
  | { type: "rubric.created"; payload: { title: string } }
  | { type: "rubric.revised"; payload: { version: number } }
  | { type: "rubric.removed"; payload: Record<string, never> }
  | { type: "categories.saved"; payload: { version: number } }
  | { type: "grade.saved"; payload: { version: number; studentId: string } }
  | { type: "grade.released"; payload: { version: number; studentId: string } }
  | { type: "grade.recalled"; payload: { version: number; studentId: string } }
  | { type: "grade.undone"; payload: { version: number; studentId: string } }
  | { type: "grade.remeasured"; payload: { version: number; studentId: string } }
  | { type: "grade.asked"; payload: { gradeId: string; studentId: string } }
  | { type: "grade.answered"; payload: { gradeId: string; studentId: string } }
  | { type: "grade.unmasked"; payload: { assignmentId: string } }
  | { type: "grade.shared-out"; payload: { graders: number } }
  | { type: "phrase.kept"; payload: { shared: boolean } }
  | { type: "phrase.deleted"; payload: Record<string, never> }
  | { type: "letter.sent"; payload: { to: number } }
  | { type: "course.created"; payload: { title: string } }
  | { type: "course.revised"; payload: Record<string, never> }
  | { type: "member.joined"; payload: { role: "instructor" | "assistant" | "student" | "observer" } }
  | { type: "member.changed"; payload: { role: "instructor" | "assistant" | "student" | "observer" } }
  | { type: "member.withdrawn"; payload: Record<string, never> };
