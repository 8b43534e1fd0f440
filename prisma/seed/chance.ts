/** A number from 0 to 1 that looks drawn by lot and is the same for the same words at every start. */
export function chance(...words: string[]): number {
  let hash = 2166136261;
  for (const letter of words.join(" ")) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  }
  // The last bits of so short a hash follow the last letter; the middle ones are well mixed.
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}
