import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "@/domain/find/fold";
import { type Form, findUses, isSearchable, likePattern } from "./term";
import { excerptOf } from "./term-excerpt";
import { isSamePair, newDifference, termSave } from "./term-input";

const en = (...words: string[]): Form[] => words.map((each) => ({ language: "en", words: each }));
const found = (text: string, forms: Form[], language = "en") =>
  findUses(text, forms, language).map(({ start, end }) => text.slice(start, end));

const golden: [text: string, language: string, form: Form, uses: string[]][] = [
  [
    "Indivisible security, and no other.",
    "en",
    { language: "en", words: "indivisible security" },
    ["Indivisible security"],
  ],
  [
    "The indivisible-security clause; an indivisible\nsecurity; indivisible securities’ price.",
    "en",
    { language: "en", words: "indivisible security" },
    ["indivisible-security", "indivisible\nsecurity", "indivisible securities’"],
  ],
  [
    "security’s indivisibility",
    "en",
    { language: "en", words: "security's indivisibility" },
    ["security’s indivisibility"],
  ],
  [
    "in\u00addivisi\u00adble secu\u00adrity now",
    "en",
    { language: "en", words: "indivisible security" },
    ["in\u00addivisi\u00adble secu\u00adrity"],
  ],
  [
    "Divisible security; indivisible insecurity.",
    "en",
    { language: "en", words: "indivisible security" },
    [],
  ],
  ["an indivisible securitisation", "en", { language: "en", words: "indivisible security" }, []],
  [
    "an indivisible securitisation",
    "en",
    { language: "en", words: "indivisible securit*" },
    ["indivisible securitisation"],
  ],
  [
    "Spheres of influence. A sphere of influences.",
    "en",
    { language: "en", words: "sphere of influence" },
    ["Spheres of influence", "sphere of influences"],
  ],
  ["its core interest", "en", { language: "en", words: "core interests" }, ["core interest"]],
  ["encore interests", "en", { language: "en", words: "core interests" }, []],
  [
    "cooperative, co-operative, co operative",
    "en",
    { language: "en", words: "co-operative" },
    ["cooperative", "co-operative", "co operative"],
  ],
  [
    "a rules‑based order, rules based orders",
    "en",
    { language: "en", words: "rules-based order" },
    ["rules‑based order", "rules based orders"],
  ],
  ["friendship without limits: no limits", "en", { language: "en", words: "no limits" }, ["no limits"]],
  ["noon limits", "en", { language: "en", words: "no limits" }, []],
  ["indivisibly linked", "en", { language: "en", words: "indivisible" }, ["indivisibly"]],
  ["blocs, the bloc's, block", "en", { language: "en", words: "bloc" }, ["blocs", "bloc's"]],
  [
    "о неделимой безопасности; неделимая безопасность; неделимую безопасность",
    "ru",
    { language: "ru", words: "неделимая безопасность" },
    ["неделимой безопасности", "неделимая безопасность", "неделимую безопасность"],
  ],
  [
    "Неделимой безопасностью",
    "ru",
    { language: "ru", words: "неделимой безопасности" },
    ["Неделимой безопасностью"],
  ],
  ["мир мира", "ru", { language: "ru", words: "мир" }, ["мир"]],
  [
    "不可分割的安全，以及不可 分割的\n安全。",
    "zh",
    { language: "zh", words: "不可分割的安全" },
    ["不可分割的安全", "不可 分割的\n安全"],
  ],
  ["坚持安全不可分割", "zh-Hans", { language: "zh", words: "不可分割的安全" }, []],
  [
    "die unteilbaren Sicherheiten",
    "de",
    { language: "de", words: "unteilbare Sicherheit" },
    ["unteilbaren Sicherheiten"],
  ],
  [
    "la SÉCURITÉ indivisible",
    "fr",
    { language: "fr", words: "securite indivisible" },
    ["SÉCURITÉ indivisible"],
  ],
  ["l’indivisibilité", "fr", { language: "fr", words: "indivisibilité" }, ["indivisibilité"]],
  ["불가분의 안보를", "ko", { language: "ko", words: "불가분의 안보" }, ["불가분의 안보를"]],
  // In a text of another language the words stand as they are.
  [
    "die „core interests“ und ein „core interest“",
    "de",
    { language: "en", words: "core interests" },
    ["core interests"],
  ],
];

describe("finding a term", () => {
  it.each(golden)("%s (%s)", (text, language, form, uses) => {
    expect(found(text, [form], language)).toEqual(uses);
  });

  it("takes the longer of two forms that begin at one place", () => {
    expect(found("indivisible security", en("indivisible", "indivisible security"))).toEqual([
      "indivisible security",
    ]);
  });

  it("needs two letters, or one that is a word", () => {
    expect(["a", "*", "- -", "", "安", "un", "ab*"].map(isSearchable)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  it("lets no use slip through the pattern for SQL", () => {
    for (const [text, , form, uses] of golden) {
      const like = likePattern(form)
        .split("%")
        .map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("[^]*");
      const unseenOut = text.replace(/\u00ad/g, "");
      if (uses.length > 0) expect(fold(unseenOut).text, form.words).toMatch(new RegExp(`^${like}$`, "u"));
    }
    expect(likePattern({ language: "en", words: "100% a_b" })).not.toMatch(/_/);
  });

  const letters = fc.string({ unit: "grapheme", maxLength: 60 });
  const words = fc.string({ unit: fc.constantFrom(..."abcsyé не安全-' *"), minLength: 1, maxLength: 12 });

  it("finds a form of two words in any text it is put into, between other words", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcdelmnorstuy"), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(
        letters,
        letters,
        word,
        word,
        fc.constantFrom("en", "de"),
        (before, after, one, two, language) => {
          const form = { language, words: `${one} ${two}` };
          const text = `${before} . ${one.toUpperCase()} ${two} . ${after}`;
          const at = before.length + 3;
          expect(findUses(text, [form], language)).toContainEqual({ start: at, end: at + form.words.length });
        },
      ),
    );
  });

  it("gives places within the text, in order, apart, that begin no word in its middle", () => {
    fc.assert(
      fc.property(
        letters,
        fc.array(words, { maxLength: 3 }),
        fc.constantFrom("en", "ru", "zh"),
        (text, some, language) => {
          let last = 0;
          for (const { start, end } of findUses(
            text,
            some.map((each) => ({ language, words: each })),
            language,
          )) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
          expect(last).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});

describe("an excerpt", () => {
  const marked = (text: string, forms: Form[], language = "en") => {
    const excerpt = excerptOf(text, findUses(text, forms, language), language);
    return { ...excerpt, marks: excerpt.marks.map(([start, end]) => excerpt.text.slice(start, end)) };
  };

  it("is the sentence, with what is left out told", () => {
    expect(marked("Before. The security of all is one. After.", en("security"))).toEqual({
      text: "… The security of all is one. …",
      marks: ["security"],
    });
    expect(marked("Security. Nothing. Security again. And its security.", en("security"))).toEqual({
      text: "Security. … Security again. And its security.",
      marks: ["Security", "Security", "security"],
    });
    expect(
      marked("前一句。坚持不可分割的安全。后一句。", [{ language: "zh", words: "不可分割的安全" }], "zh"),
    ).toEqual({
      text: "… 坚持不可分割的安全。 …",
      marks: ["不可分割的安全"],
    });
  });

  it("cuts a sentence that has no end", () => {
    const text = `${"and so on ".repeat(90)}security ${"and so on ".repeat(90)}`.trim();
    const excerpt = marked(text, en("security"));
    expect(excerpt.text.length).toBeLessThan(500);
    expect(excerpt.text).toMatch(/^… (and|so|on) .* security .* …$/);
    expect(excerpt.marks).toEqual(["security"]);
  });

  it("has its marks within it, in order, for any text", () => {
    const part = fc.constantFrom(
      "security",
      " ",
      ". ",
      "。",
      "安全",
      "x".repeat(300),
      "é",
      "\n",
      "! Of",
      "👩‍👧",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const forms = [...en("security"), { language: "zh", words: "安全" }];
        const uses = findUses(text, forms, "en");
        const { text: shown, marks } = excerptOf(text, uses, "en");
        let last = 0;
        for (const [start, end] of marks) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(["security", "安全"]).toContain(shown.slice(start, end));
          last = end;
        }
        expect(marks.length > 0).toBe(uses.length > 0);
      }),
    );
  });
});

describe("what is sent", () => {
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  const other = "01890a5d-ac96-774b-bcce-b302099a8058";

  it("is a term with words to be found by", () => {
    const term = { id, version: 0, name: "bloc", gloss: "", forms: en("bloc") };
    expect(termSave.safeParse(term).success).toBe(true);
    expect(termSave.safeParse({ ...term, forms: [] }).success).toBe(false);
    expect(termSave.safeParse({ ...term, forms: [{ language: "no such", words: "bloc" }] }).success).toBe(
      false,
    );
    expect(termSave.safeParse({ ...term, forms: en("*") }).success).toBe(false);
  });

  it("is a difference between two uses, whichever comes first", () => {
    const left = { readingId: id, paragraphId: id };
    const right = { readingId: id, paragraphId: other };
    const difference = { id, termId: id, left, right, claim: "One asks, one forbids." };
    expect(newDifference.safeParse(difference).success).toBe(true);
    expect(newDifference.safeParse({ ...difference, right: left }).success).toBe(false);
    expect(isSamePair({ left, right }, { left: right, right: left })).toBe(true);
    expect(isSamePair({ left, right }, { left, right: left })).toBe(false);
  });
});
