import { hours, type Line, line } from "./lines";

const own = { studentId: "ada", released: true };
const draft = { studentId: "ada", released: false };
const named = { names: "named", blind: false, namesShownAt: null } as const;
const blind = { ...named, blind: true };

/** Who divides, measures and grades, and who is told whose work it is. */
export const gradingLines: Line[] = [
  line("names.see", "names are shown", "y y y y y y", named),
  line("names.see", "pseudonyms", "y y - - - -", { ...named, names: "pseudonyms" }),
  line("names.see", "graded blind", "- - y y y y", blind),
  line("names.see", "graded blind, with pseudonyms", "- - - - - -", { ...blind, names: "pseudonyms" }),
  line("names.see", "names given back", "y y y y y y", { ...blind, namesShownAt: hours(-1) }),

  line("comment.keep-private", "notes are allowed", "y y y y y -", { privateNotes: true }),
  line("comment.keep-private", "no notes", "y y - - - -", { privateNotes: false }),

  line("rubric.write", "always", "y y - - - -"),
  line("group.write", "always", "y y - - - -"),
  line("extension.give", "always", "y y - - - -"),
  line("letter.write", "always", "y y - - - -"),
  line("categories.write", "always", "y - - - - -"),
  line("phrase.write", "always", "y y - - - -"),
  line("phrase.see", "an assistant's own", "- y - - - -", { authorId: "tomasz", shared: false }),
  line("phrase.see", "shared", "y y - - - -", { authorId: "tomasz", shared: true }),
  line("phrase.change", "shared by an assistant", "- y - - - -", { authorId: "tomasz" }),

  line("grade.write", "always", "y y - - - -"),
  line("grade.release", "always", "y - - - - -"),
  line("grade.show-names", "always", "y - - - - -"),
  line("grade.share-out", "always", "y - - - - -"),
  line("grade.see", "the author's, released", "y y y - - -", own),
  line("grade.see", "the author's, a draft", "y y - - - -", draft),
  line("grade.ask", "the author's, released", "- - y - - -", own),
  line("grade.ask", "the author's, a draft", "- - - - - -", draft),
  line("grade.answer", "always", "y y - - - -"),
];
