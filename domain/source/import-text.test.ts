import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importText } from "./import-text";
import { type Imported, imported } from "./imported";

const golden = join(import.meta.dirname, "golden");
const texts = readdirSync(golden).filter((name) => /\.(?:txt|md)$/.test(name));
const read = (name: string) =>
  importText(readFileSync(join(golden, name), "utf8"), { format: name.endsWith(".md") ? "md" : "txt" });

/** How often each letter or digit is there, in lower case: joining and mending change none of it. */
function letters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [letter] of text.toLowerCase().matchAll(/[\p{L}\p{N}]/gu)) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

function everything(found: Imported): string {
  const pieces = [...found.paragraphs, ...found.setAside].map(({ text }) => text);
  return [found.title, found.byline, found.publication, found.date, ...pieces].join("\n");
}

function missing(text: string, found: Imported): string[] {
  const kept = letters(everything(found));
  return [...letters(text)]
    .filter(([letter, count]) => (kept.get(letter) ?? 0) < count)
    .map(([letter]) => letter);
}

const bare = (text: string, options?: { format: "txt" | "md" }) =>
  importText(text, options).paragraphs.map(({ kind, text: words }) => `${kind}: ${words}`);

describe("golden texts", () => {
  it.each(texts)("%s comes out as an editor would have it", (name) => {
    const expected: unknown = JSON.parse(readFileSync(join(golden, `${name}.golden.json`), "utf8"));
    expect(read(name)).toEqual(expected);
  });

  it.each(texts)("%s satisfies the schema, with paragraphs numbered from 1", (name) => {
    const found = imported.parse(read(name));
    expect(found.paragraphs.map(({ number }) => number)).toEqual(
      found.paragraphs.map((_, index) => index + 1),
    );
  });
});

describe("joining", () => {
  const first = "The committee met for the third time. It agreed that the report should be";
  const second = "printed before the summer, and that nobody outside the room should read it until then.";

  it("joins a sentence across the blank line of a column break", () => {
    expect(bare(`${first}\n\n${second}`)).toEqual([`paragraph: ${first} ${second}`]);
  });

  it("keeps one paragraph per line where lines end with their sentences", () => {
    const line = "This line is a paragraph of its own and it ends with a full stop, as all of them do here.";
    expect(bare([line, `${line} Again.`, `${line} Still.`].join("\n"))).toHaveLength(3);
  });

  it("joins Chinese without a space", () => {
    expect(
      bare(
        "议会决定清点全城的树木时，反对派笑了整\n整一个星期，然后他们改变了主意，要求看\n表格，因为他们也想知道一共有多少棵树。\n",
      ),
    ).toEqual([
      "paragraph: 议会决定清点全城的树木时，反对派笑了整整一个星期，然后他们改变了主意，要求看表格，因为他们也想知道一共有多少棵树。",
    ]);
  });

  it("leaves verse in its lines", () => {
    const poem = [
      "I went to the gate at noon",
      "And found it locked again,",
      "The keeper gone with the moon,",
      "The key gone down with the rain",
      "As if there had never been one,",
      "And nobody left in the lane.",
    ];
    expect(bare(poem.join("\n"))).toHaveLength(poem.length);
    expect(importText(poem.join("\n")).title).toBeNull();
    expect(importText(["The Gate", "", ...poem].join("\n")).title).toBe("The Gate");
  });

  it("keeps right-to-left text in its order", () => {
    const text = "هذا نص قصير عن مدينة تعد أشجارها، وعن مجلس ضحك أسبوعا ثم طلب الجدول.";
    expect(bare(text)).toEqual([`paragraph: ${text}`]);
  });
});

describe("head", () => {
  const body =
    "The water rises, and the people who live beside it have begun to talk about the hills behind the town.";
  const head = (...lines: string[]) =>
    importText([...lines, body, body.replace("water", "river")].join("\n\n"), { format: "md" });

  it("reads kicker, title, byline and date", () => {
    expect(head("OPINION PAGES", "Is the sea rising?", "By Dr. Jane Q. Smith, March 3, 2021")).toMatchObject({
      title: "Is the sea rising?",
      byline: "Dr. Jane Q. Smith",
      date: "March 3, 2021",
      setAside: [{ text: "OPINION PAGES", reason: "kicker" }],
    });
    expect(head("# The hills", "Jane Smith", "2021-03-03")).toMatchObject({
      byline: "Jane Smith",
      date: "2021-03-03",
    });
  });

  it("warns where there is no title", () => {
    expect(head().warnings).toContainEqual({ code: "no-title" });
    expect(head().title).toBeNull();
  });
});

describe("real texts", () => {
  const folder = join(import.meta.dirname, "../../../shared/sources");
  const expected = [
    { name: "chaguan-column.md", body: 9, headings: 2, aside: ["kicker", "image", "end-mark", "read-more"] },
    {
      name: "magazine-columns.txt",
      body: 8,
      headings: 1,
      aside: ["kicker", "credit", "author-note", "advert"],
    },
    {
      name: "opinion-scraped.txt",
      body: 24,
      headings: 1,
      aside: ["navigation", "initials", "date", "counter", "comment-form"],
    },
  ];
  for (const { name, body, headings, aside } of expected) {
    const file = join(folder, name);
    const absent = !existsSync(file);
    it.skipIf(absent)(`${name}${absent ? " (absent, skipped)" : ""}`, () => {
      const text = readFileSync(file, "utf8");
      const found = importText(text, { format: name.endsWith(".md") ? "md" : "txt" });
      const count = (kind: string) => found.paragraphs.filter((paragraph) => paragraph.kind === kind).length;
      expect(found.title).not.toBeNull();
      expect(found.language).toBe("en");
      expect(count("paragraph")).toBe(body);
      expect(count("heading")).toBe(headings);
      expect([...new Set(found.setAside.map(({ reason }) => reason))].sort()).toEqual([...aside].sort());
      const running = found.paragraphs.filter(({ kind }) => kind === "paragraph");
      for (const paragraph of running) expect(paragraph.text).toMatch(/^[A-Z“].*[.!?”]$/su);
      const markup = text.replace(/\]\([^)]*\)/g, "]").replace(/^BY /m, "");
      expect(missing(markup, found)).toEqual([]);
    });
  }
});

describe("properties", () => {
  const word = fc
    .stringMatching(/^[a-zA-Zéüß]{1,12}$/)
    .filter((value) => !/^(?:by|von|par|por|di|door|words|page|p)$/i.test(value));
  const sentence = fc.tuple(
    fc.array(word, { minLength: 1, maxLength: 40 }),
    fc.constantFrom(".", "", "?", ",", "-", ":", " ■"),
  );
  const line = fc.oneof(
    sentence.map(([all, end]) => all.join(" ") + end),
    fc.constantFrom(
      "",
      "",
      "News",
      "Comments",
      "Share",
      "Jt",
      "> quoted words",
      "- item",
      "Number of visit : 7",
      "***",
      "Acme",
      "12",
      "Read more: all",
    ),
  );
  const document = fc.array(line, { maxLength: 40 }).map((lines) => lines.join("\n"));

  it("loses no letter", () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(missing(text, importText(text, { format: "txt" }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("answers any string with what the schema allows, in both formats", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), document),
        fc.constantFrom("txt", "md"),
        (text, format) => {
          imported.parse(importText(text, { format: format === "md" ? "md" : "txt" }));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("says the same about the same text", () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(importText(text)).toEqual(importText(text));
      }),
      { numRuns: 50 },
    );
  });
});

describe("time", () => {
  const hostile: Record<string, string> = {
    "one line of 300 KB": "lorem ipsum dolor sit amet ".repeat(12_000),
    "one word of 300 KB": "a".repeat(300_000),
    "50,000 short lines": Array.from({ length: 50_000 }, (_, index) => `line ${index}`).join("\n"),
    "50,000 names": "Acme\n\n".repeat(50_000),
    "10,000 quote marks": `${">".repeat(10_000)} x`,
    "open brackets": "[".repeat(300_000),
    "open links": "[a](x()".repeat(40_000),
    "open emphasis": "**a *b _c ".repeat(30_000),
    "open tags": "<a ".repeat(100_000),
    "broken words": "bind-\n\ning ".repeat(30_000),
    pipes: "|".repeat(300_000),
    spaces: `x${" ".repeat(300_000)}y`,
    marks: `a${"\u0301".repeat(300_000)}`,
  };
  it.each(Object.keys(hostile))("%s", (name) => {
    // Work that grew with the square of the length would outlast the runner's patience.
    expect(() => importText(hostile[name] ?? "", { format: "md" })).not.toThrow();
  });
});
