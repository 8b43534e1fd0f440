const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whether a text has every word of what is looked for, without regard to case or accents. */
export function isFoundIn(text: string, wanted: string): boolean {
  const here = plain(text);
  return plain(wanted)
    .split(/\s+/)
    .every((word) => here.includes(word));
}
