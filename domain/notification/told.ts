/** The events of the log of which somebody may have to be told. */
const telling: ReadonlySet<string> = new Set([
  "comment.posted",
  "comment.edited",
  "comment.answered",
  "response.replied",
  "note.posted",
  "assignment.revised",
  "extension.saved",
  "extension.withdrawn",
  "grade.released",
  "grade.asked",
  "grade.answered",
  "letter.sent",
]);

export const tells = (type: string) => telling.has(type);
