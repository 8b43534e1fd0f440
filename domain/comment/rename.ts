import { placesOfName } from "./mention";

/** The text with every `@words` of these people under another name, of overlapping ones the longer. */
export function renamed(text: string, people: readonly { words: string; name: string }[]): string {
  const longestFirst = people.toSorted((one, other) => other.words.length - one.words.length);
  return longestFirst.reduce(
    (told, { words, name }) =>
      placesOfName(told, words).reduceRight(
        (rest, at) => `${rest.slice(0, at + 1)}${name}${rest.slice(at + 1 + words.length)}`,
        told,
      ),
    text,
  );
}
