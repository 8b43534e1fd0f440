/** What was typed into a field before the page's script had taken it over. */
export interface Typed {
  /** What stood in the field as the server drew it. */
  drawn: string;
  /** What stood in it last. */
  text: string;
}

/** What `text` has that `drawn` has not, and where it begins. */
function added({ drawn, text }: Typed): { at: number; words: string } {
  const most = Math.min(drawn.length, text.length);
  let at = 0;
  while (at < most && drawn[at] === text[at]) at++;
  let end = 0;
  while (end < most - at && drawn.at(-1 - end) === text.at(-1 - end)) end++;
  return { at, words: text.slice(at, text.length - end) };
}

/**
 * What the field is to hold: what was typed, beside what the page's script puts there by itself (`now`: what the server
 * drew, or a draft that this device kept, which goes before).
 */
export function withTyped(typed: Typed, now: string): string {
  if (now === typed.drawn) return typed.text;
  const { words } = added(typed);
  return /\S$/.test(now) && /^[\p{L}\p{N}]/u.test(words) ? `${now} ${words}` : now + words;
}

/** The script that takes a field over may put back what the server drew: what is typed after that belongs to both. */
export function typedOn(before: Typed | undefined, drawn: string, text: string): Typed {
  if (!before) return { drawn, text };
  const { at, words } = added(before);
  if (text.includes(words)) return { drawn: before.drawn, text };
  const later = added({ drawn: before.drawn, text }).words;
  const end = at + words.length;
  return { drawn: before.drawn, text: before.text.slice(0, end) + later + before.text.slice(end) };
}

declare global {
  interface Window {
    glossaTyped?: { fields: Map<TextField, string[]>; stop: () => void };
  }
}

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Runs in the page before anything else does: of each field what the server drew, and what it held at each keystroke. */
export const noteTyping = `(()=>{
const fields=new Map();
const note=({target:f})=>{
if(!f.matches("textarea,input:not([type=checkbox],[type=radio],[type=file])"))return;
if(!fields.has(f))fields.set(f,[f.defaultValue]);
fields.get(f).push(f.value)};
addEventListener("input",note,true);
window.glossaTyped={fields,stop:()=>removeEventListener("input",note,true)}
})()`;
