import { z } from "zod";
import { type TermSave, termSave } from "@/domain/prompt/term-input";
import type { Term } from "./shapes";

const form = z.object({ language: z.string(), words: z.string() });
const draft = z.object({
  version: z.number(),
  name: z.string(),
  gloss: z.string(),
  forms: z.array(form),
});
export type TermDraft = z.infer<typeof draft>;

export const draftOf = (term: Term | null, language: string): TermDraft =>
  term
    ? { version: term.version, name: term.name, gloss: term.gloss, forms: term.forms }
    : { version: 0, name: "", gloss: "", forms: [{ language, words: "" }] };

/** What was kept on the device; null for what is cut short, or of an older version of the product. */
export function readKept(text: string): TermDraft | null {
  try {
    return draft.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Forms without words are left out; a new term without any is found by its name. */
export function toSend(id: string, { version, name, gloss, forms }: TermDraft): TermSave {
  const written = forms.filter(({ words }) => words.trim() !== "");
  const language = forms[0]?.language ?? "en";
  return { id, version, name, gloss, forms: written.length > 0 ? written : [{ language, words: name }] };
}

/** The place of the first field that cannot be sent, and why; null when all can. */
export function troubleIn(term: TermSave): { field: string; problem: string } | null {
  const issue = termSave.safeParse(term).error?.issues[0];
  if (!issue) return null;
  return {
    field: issue.path.join("."),
    problem: issue.code === "custom" ? issue.message : issue.code,
  };
}

/** Mine, with the words by which theirs is found beyond it. */
export function together(mine: TermDraft, theirs: TermDraft): TermDraft {
  const key = ({ language, words }: TermDraft["forms"][number]) => `${language} ${words.toLowerCase()}`;
  const known = new Set(mine.forms.map(key));
  return {
    ...mine,
    version: theirs.version,
    gloss: mine.gloss || theirs.gloss,
    forms: [...mine.forms, ...theirs.forms.filter((each) => !known.has(key(each)))],
  };
}
