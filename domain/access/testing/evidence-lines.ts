import type { EvidenceFacts } from "../policy";
import { closed, early, hidden, type Line, lastMoment, line, now, open, wholeClass } from "./lines";

const piece: EvidenceFacts = { authorId: "ada", filed: true, deleted: false };
const kept = { ...piece, filed: false };
const gone = { ...piece, deleted: true };
/** Of a student who is not among those asked. */
const other = { ...piece, authorId: "omar" };
const rooms = { of: open, into: open };
const note = { authorId: "ada", deleted: false };
const takes = { takesWords: true };
const full = { takesWords: false };

/** What may be done with evidence, the notes under it, and the frame it stands in. */
export const evidenceLines: Line[] = [
  line("evidence.read", "always", "y y y y y y"),

  line("evidence.record", "open", "y y y y - -", open, now),
  line("evidence.record", "the whole class", "y y y y y -", wholeClass, now),
  line("evidence.record", "opens later", "y y - - - -", early, now),
  line("evidence.record", "at the last moment", "y y y y - -", lastMoment, now),
  line("evidence.record", "closed", "y y - - - -", closed, now),

  line("evidence.see", "filed", "y y y y y y", piece, open, now),
  line("evidence.see", "others' hidden", "y y y - - y", piece, hidden, now),
  line("evidence.see", "a draft", "- - y - - -", kept, open, now),
  line("evidence.see", "deleted", "- - y - - -", gone, open, now),
  line("evidence.see", "opens later", "y y - - - -", piece, early, now),

  line("evidence.edit", "filed", "y y y - - -", piece, open, now),
  line("evidence.edit", "a draft", "- - y - - -", kept, open, now),
  line("evidence.edit", "deleted", "- - - - - -", gone, open, now),
  line("evidence.edit", "closed", "y y - - - -", piece, closed, now),

  line("evidence.discuss", "filed", "y y y y y -", piece, open, now),
  line("evidence.discuss", "others' hidden", "y y y - - -", piece, hidden, now),
  line("evidence.discuss", "a draft", "- - - - - -", kept, open, now),
  line("evidence.discuss", "deleted", "- - - - - -", gone, open, now),
  line("evidence.discuss", "closed", "y y - - - -", piece, closed, now),

  line("evidence.helpful", "filed", "y y - y y -", piece, open, now),
  line("evidence.helpful", "others' hidden", "y y - - - -", piece, hidden, now),
  line("evidence.helpful", "a draft", "- - - - - -", kept, open, now),
  line("evidence.helpful", "closed", "y y - - - -", piece, closed, now),

  line("evidence.merge", "the author's into another", "y y y - - -", piece, other, rooms, now),
  line("evidence.merge", "another into the author's", "y y y - - -", other, piece, rooms, now),
  line("evidence.merge", "two others", "y y - - - -", other, other, rooms, now),
  line("evidence.merge", "into a draft", "- - - - - -", piece, kept, rooms, now),
  line("evidence.merge", "into what is deleted", "- - - - - -", piece, gone, rooms, now),
  line("evidence.merge", "into what is hidden", "y y - - - -", piece, other, { of: open, into: hidden }, now),
  line("evidence.merge", "where it is closed", "y y - - - -", piece, other, { of: closed, into: open }, now),

  line("evidence.history", "filed", "y y y - - -", piece, open, now),
  line("evidence.history", "a draft", "- - y - - -", kept, open, now),
  line("evidence.history", "deleted", "- - - - - -", gone, open, now),
  line("evidence.history", "closed", "y y y - - -", piece, closed, now),

  line("note.edit", "the thread takes words", "- - y - - -", note, takes),
  line("note.edit", "the thread takes none", "- - - - - -", note, full),
  line("note.edit", "deleted", "- - - - - -", { ...note, deleted: true }, takes),
  line("note.delete", "the thread takes words", "y y y - - -", note, takes),
  line("note.delete", "the thread takes none", "y y - - - -", note, full),
  line("note.delete", "deleted", "- - - - - -", { ...note, deleted: true }, takes),

  line("frame.write", "always", "y y - - - -"),
  line("term.write", "always", "y y - - - -"),
  line("term.discuss", "always", "y y y y y -"),
  line("insight.read", "always", "y y - - - -"),
];
