const words = (list: string) => new Set(list.split(/\s+/));

/** First halves that keep their hyphen before whatever follows, unless the text itself says otherwise. */
const COMPOUND_FIRSTS = words(
  `self half quasi well ill long short high low far full hard old left right first second third one two three four
  five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty ninety hundred cold deep wide vice
  middle lower upper of by up and the non anglo sino euro afro`,
);

/** Endings of single words: "short-" + "ly" is no compound though "short" often begins one. */
const ENDINGS = words(
  `ly er est en ening ened ing ings ed ness age ages ish ware light lights lighted ful th ty teen s es ist ists eous
  wards ward ther der ners ner ten fer sist tend clude crease form formed formation volve creasing creasingly`,
);

/** Second halves that only ever follow a hyphen. */
const COMPOUND_LASTS = words(
  `based led style term ruled owned backed funded made sized minded driven oriented called known looking wracked
  ranking speaking reaching standing lasting fledged scale range century year years old day level born held
  friendly edged handed hearted footed faced eyed winded operation operative
  operate ordinate ordination`,
);

/** Little words in the middle of a compound: "editor-in-" + "chief". */
const LINKS = words("in of to by on up and the a at de la for or over");

/** What follows a hyphen that stands for a word to come: "short- and long-term". */
const SUSPENDED = words("and or to nor but und oder bis sowie et ou y o e en of tot i");

export interface Spellings {
  counts: ReadonlyMap<string, number>;
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:-\p{L}[\p{L}\p{M}]*)*/gu;

/**
 * How often each word and each hyphenated compound is written within a line, in lower case. The halves on both
 * sides of a line end are left out: they are what is in question.
 */
export function collectSpellings(lines: Iterable<string>): Spellings {
  const counts = new Map<string, number>();
  let broken = false;
  for (const line of lines) {
    const open = /[\p{L}]-$/u.test(line.slice(-4));
    const found = line.match(WORD) ?? [];
    const kept = found.slice(broken ? 1 : 0, open ? -1 : undefined);
    for (const word of kept) {
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    broken = open;
  }
  return { counts };
}

type Mend = { separator: "" | "-" | "- "; guessed: boolean } | null;

/**
 * What belongs between `before`, ending in a letter and a hyphen, and `after`, where a line broke between them;
 * null where the hyphen is none that a line break made. "" takes the hyphen away; `guessed` says that neither
 * the rest of the text nor a known compound decided.
 */
export function mendHyphen(before: string, after: string, spellings: Spellings): Mend {
  const stem = /(\p{L}[\p{L}\p{M}-]{0,60})[-‐]$/u.exec(before.slice(-64))?.[1];
  const tail = /^\p{L}[\p{L}\p{M}]{0,60}(?:-\p{L}[\p{L}\p{M}]{0,30}){0,3}/u.exec(after)?.[0];
  if (stem === undefined)
    return /[\p{L}\p{N}][-‐]$/u.test(before.slice(-4)) ? { separator: "-", guessed: false } : null;
  if (tail === undefined) return /^\p{N}/u.test(after) ? { separator: "-", guessed: false } : null;
  // Of "well-estab-" only the last part is in question.
  const first = stem.toLowerCase().slice(stem.lastIndexOf("-") + 1);
  const last = tail.toLowerCase();
  if (SUSPENDED.has(last)) return { separator: "- ", guessed: false };
  const hyphenated =
    spellings.counts.get(`${first}-${last}`) ?? spellings.counts.get(`${stem}-${tail}`.toLowerCase()) ?? 0;
  const joined = spellings.counts.get(first + last) ?? 0;
  if (hyphenated !== joined) return { separator: hyphenated > joined ? "-" : "", guessed: false };
  const upper = /^\p{Lu}/u.test(tail) && !/^\p{Lu}+$/u.test(stem);
  const linked = stem.includes("-") && LINKS.has(first);
  const compound = linked || (COMPOUND_FIRSTS.has(first) && !ENDINGS.has(last));
  if (upper || compound || COMPOUND_LASTS.has(last)) return { separator: "-", guessed: false };
  return { separator: "", guessed: true };
}

/** "bind- ing" left inside a line by an earlier tool: mended only where the text writes the word elsewhere. */
export function mendInside(text: string, spellings: Spellings): string {
  if (!text.includes("- ")) return text;
  return text.replace(/(\p{L}{1,40})- (\p{Ll}{1,40})/gu, (whole, first: string, last: string) => {
    const joined = (first + last).toLowerCase();
    if (SUSPENDED.has(last)) return whole;
    if (spellings.counts.has(joined)) return first + last;
    return spellings.counts.has(`${first}-${last}`.toLowerCase()) ? `${first}-${last}` : whole;
  });
}
