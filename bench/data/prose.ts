import { lexicon } from "./lexicon";
import type { Random } from "./random";

const vowel = /^[aeiou]/;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return noun.endsWith("man") ? `${noun.slice(0, -3)}men` : `${noun}s`;
}

const irregular: Record<string, string> = {
  forbid: "forbade",
  keep: "kept",
  mistake: "mistook",
  withdraw: "withdrew",
  bury: "buried",
};

function past(verb: string): string {
  const known = irregular[verb];
  if (known) return known;
  if (verb.endsWith("e")) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return /^(permit|compel|cancel)$/.test(verb) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`;
}

const third = (verb: string) => plural(verb);

const gerund = (verb: string) => `${/[^e]e$/.test(verb) ? verb.slice(0, -1) : verb}ing`;

const state = (quality: string) => `${quality.replace(/([^aeiou])y$/, "$1i")}ness`;

/**
 * Writes English-looking prose of its own from a small grammar and a lexicon: no two sentences alike, words as
 * unevenly used as in a language, so that it compresses about as well as what people write.
 */
export class Prose {
  private readonly names: string[];

  constructor(private readonly random: Random) {
    this.names = Array.from({ length: 600 }, () => this.properName());
  }

  private properName(): string {
    const { random } = this;
    const middle = random.chance(0.4) ? random.pick(lexicon.syllables) : "";
    return capital(`${random.pick(lexicon.syllables)}${middle}${random.pick(lexicon.endings)}`);
  }

  private figure(): string {
    const { random } = this;
    return random.chance(0.6) ? String(random.between(1604, 1989)) : `${random.between(2, 97)} per cent`;
  }

  private noun(): string {
    const { random } = this;
    return random.chance(0.3) ? random.skewed(lexicon.people, 200) : random.skewed(lexicon.things, 600);
  }

  /** "the narrow treaties of Beltona", "a widow", "sovereignty". */
  private thing(depth = 0): string {
    const { random } = this;
    if (random.chance(0.12)) return random.skewed(this.names, 150);
    if (random.chance(0.16)) return random.skewed(lexicon.ideas, 90);
    if (random.chance(0.05)) return state(random.pick(lexicon.qualities));
    if (random.chance(0.08)) return `${gerund(random.pick(lexicon.acts))} ${plural(this.noun())}`;
    if (random.chance(0.06)) return `${random.between(2, 990)} ${plural(this.noun())}`;
    const quality = random.chance(0.42) ? `${random.skewed(lexicon.qualities, 500)} ` : "";
    const noun = `${quality}${this.noun()}`;
    const many = random.chance(0.35);
    const article = vowel.test(noun) ? "an" : "a";
    const plain = many
      ? `${random.pick(["the ", "", "", "some ", "most ", "its ", "other "])}${plural(noun)}`
      : `${random.pick(["the", "the", "the", article, article, "that", "every", "no", "its"])} ${noun}`;
    if (depth > 1 || !random.chance(0.3)) return plain;
    return `${plain} ${random.skewed(lexicon.places, 2)} ${this.thing(depth + 1)}`;
  }

  private doing(): string {
    const { random } = this;
    const verb = random.skewed(lexicon.acts, 500);
    const manner = random.chance(0.2) ? ` ${random.skewed(lexicon.manners, 80)}` : "";
    const form = random.pick([
      () => past(verb),
      () => past(verb),
      () => past(verb),
      () => `had${manner} ${past(verb)}`,
      () => `could${manner} ${verb}`,
      () => `would ${verb}`,
      () => `did not ${verb}`,
      () => `had to ${verb}`,
      () => `seemed to ${verb}`,
      () => third(verb),
    ]);
    return form();
  }

  private clause(): string {
    const { random } = this;
    const subject = this.thing();
    if (random.chance(0.14)) {
      const not = random.chance(0.3) ? "not " : "";
      return `${subject} was ${not}${random.skewed(lexicon.qualities, 500)}`;
    }
    const tail = random.pick([
      () => "",
      () => "",
      () => ` ${random.skewed(lexicon.manners, 80)}`,
      () => ` in ${this.figure()}`,
      () => ` ${random.skewed(lexicon.places, 2)} ${this.thing(1)}`,
      () => `, as ${random.skewed(this.names, 150)} put it`,
      () => `, which ${this.doing()} ${this.thing(1)}`,
      () => ` to ${random.skewed(lexicon.acts, 500)} ${this.thing(1)}`,
    ]);
    return `${subject} ${this.doing()} ${this.thing(1)}${tail()}`;
  }

  sentence(): string {
    const { random } = this;
    const shape = random.pick([
      () => this.clause(),
      () => this.clause(),
      () => `${this.clause()}, ${random.pick(["and", "but", "yet", "so"])} ${this.clause()}`,
      () => `${this.clause()} ${random.skewed(lexicon.links, 3)} ${this.clause()}`,
      () => `${random.skewed(lexicon.links, 3)} ${this.clause()}, ${this.clause()}`,
      () => `${random.pick(lexicon.openings)} ${this.clause()}`,
      () => `${this.clause()}; ${this.clause()}`,
      () => `${this.clause()}: ${this.thing()}, ${this.thing(1)} and ${this.thing(1)}`,
    ]);
    return `${capital(shape())}${random.chance(0.05) ? "?" : "."}`;
  }

  /** Sentences until `length` characters are reached, so a little more. */
  paragraph(length: number): string {
    const sentences: string[] = [];
    for (let written = 0; written < length; ) {
      const next = this.sentence();
      sentences.push(next);
      written += next.length + 1;
    }
    return sentences.join(" ");
  }

  personName(): string {
    const first = this.random.pick(lexicon.syllables);
    return `${capital(`${first}${this.random.pick(["a", "an", "e", "in", "ette", "o"])}`)} ${this.properName()}`;
  }
}
