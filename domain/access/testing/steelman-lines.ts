import { closed, early, hidden, type Line, line, now, open } from "./lines";

const put = { authorId: "ada", deleted: false };
const gone = { ...put, deleted: true };
const rejects = { rejects: true };
const holds = { holds: true };

/** Who puts the case one rejects, sees it, signs it and answers it. */
export const steelmanLines: Line[] = [
  line("steelman.write", "of what one rejects", "- - y y - -", rejects, open, now),
  line("steelman.write", "of what one holds", "- - - - - -", { rejects: false }, open, now),
  line("steelman.write", "closed", "- - - - - -", rejects, closed, now),

  line("steelman.see", "put", "y y y y - y", put, open, now),
  line("steelman.see", "others' hidden", "y y y - - y", put, hidden, now),
  line("steelman.see", "deleted", "- - y - - -", gone, open, now),
  line("steelman.see", "opens later", "y y - - - -", put, early, now),

  line("steelman.amend", "put", "- - y - - -", put, open, now),
  line("steelman.amend", "deleted", "- - - - - -", gone, open, now),
  line("steelman.amend", "closed", "- - - - - -", put, closed, now),

  line("steelman.rebut", "put", "- - y - - -", put, open, now),
  line("steelman.rebut", "deleted", "- - - - - -", gone, open, now),
  line("steelman.rebut", "closed", "- - - - - -", put, closed, now),

  line("steelman.delete", "put", "y y y - - -", put, open, now),
  line("steelman.delete", "deleted", "- - - - - -", gone, open, now),
  line("steelman.delete", "closed", "y y - - - -", put, closed, now),

  line("steelman.judge", "by who holds it", "- - - y - -", put, holds, open, now),
  line("steelman.judge", "by who does not", "- - - - - -", put, { holds: false }, open, now),
  line("steelman.judge", "others' hidden", "- - - - - -", put, holds, hidden, now),
  line("steelman.judge", "deleted", "- - - - - -", gone, holds, open, now),
  line("steelman.judge", "closed", "- - - - - -", put, holds, closed, now),
];
