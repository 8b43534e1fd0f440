/** Languages offered for a text; any other an import finds is offered beside them. */
const offered = [
  ["en", "fr", "de", "es", "it", "pt", "nl", "sv", "pl", "cs", "uk", "ru", "kk", "tr", "el"],
  ["ar", "fa", "he", "hi", "zh", "ja", "ko", "vi", "id", "sw"],
].flat();

export interface LanguageChoice {
  tag: string;
  name: string;
}

/** The languages to choose from, by their names in `locale`, with those of the text in any case. */
export function languageChoices(locale: string, present: readonly string[]): LanguageChoice[] {
  const names = new Intl.DisplayNames([locale], { type: "language", fallback: "code" });
  return [...new Set([...offered, ...present])]
    .map((tag) => ({ tag, name: nameIn(names, tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}

function nameIn(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // A tag that is being typed, or an old one: shown as it is.
    return tag;
  }
}
