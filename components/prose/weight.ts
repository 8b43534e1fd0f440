/** Marks and lines that Markdown has to weigh against each other. An honest text has a fifth of it. */
const MOST_MARKS = 600;
/** Quotes and lists within each other. */
const MOST_DEEP = 10;

const MARKS = /[*_~`[\]<>|\\&!#=]|\n|www\.|:\/\/|@/g;
const OPENING = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/;
const CONTAINER = />|[-*+](?=[ \t]|$)|\d{1,9}[.)]/g;

/** The quotes and lists that a line opens, and how deep it stands at most: indentation continues earlier lines. */
function openingOf(line: string): { marks: number; depth: number } {
  const opening = OPENING.exec(line)?.[0];
  if (!opening) return { marks: 0, depth: 0 };
  const marks = opening.match(CONTAINER)?.length ?? 0;
  const indent = opening.length - opening.trimStart().length;
  return { marks, depth: marks + Math.floor(indent / 2) };
}

/**
 * Whether a text may be read as Markdown at all. Some texts of a few kilobytes keep a Markdown parser busy for seconds
 * (nested thousandfold, marks that never close); they are shown as they were typed. Linear in the text.
 */
export function isLightMarkdown(text: string): boolean {
  let marks = 0;
  for (const _ of text.matchAll(MARKS)) if (++marks > MOST_MARKS) return false;
  for (const line of text.split("\n")) {
    const opening = openingOf(line);
    marks += opening.marks;
    if (marks > MOST_MARKS || opening.depth > MOST_DEEP) return false;
  }
  return true;
}
