import fc from "fast-check";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Chip } from "@/domain/prompt/citation";
import messages from "@/messages/en.json";
import { plainParagraphs } from "./plain";
import { Prose } from "./prose";

const draw = (text: string, mentions: { words: string; key: string }[] = []) =>
  renderToStaticMarkup(createElement(Prose, { text, mentions, meKey: "me", citations: [], courseId: "c" }));

const elementsIn = (html: string) => html.match(/<[a-z]/g)?.length ?? 0;
const deepest = (html: string) => {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?[a-z][^>]*>/g)) {
    if (/^<(?:br|hr)\b/.test(tag)) continue;
    depth += tag.startsWith("</") ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
};

const repeat = (piece: string, length = 10_000) => piece.repeat(Math.floor(length / piece.length));
const bombs: Record<string, string> = {
  quotes: repeat(">"),
  "quotes with spaces": repeat("> "),
  "lists in lists": repeat("- "),
  "numbered lists": repeat("1. "),
  "all nested": repeat("> - * "),
  "lists by indentation": Array.from({ length: 140 }, (_, depth) => `${" ".repeat(depth)}- a`).join("\n"),
  "quotes by line": Array.from({ length: 130 }, (_, depth) => `${">".repeat(depth)} a`).join("\n"),
  asterisks: repeat("*"),
  "open emphasis": repeat("*a "),
  "mixed emphasis": repeat("*a_ "),
  "closed emphasis": repeat("*a"),
  brackets: repeat("["),
  links: repeat("[a](b)"),
  "links in links": `${"[".repeat(4_000)}a${repeat("](b)", 4_000)}`,
  "wide table": `|${repeat("a|", 3_000)}\n|${repeat("-|", 3_000)}\n|${repeat("a|", 3_000)}`,
  "long table": `|a|\n|-|\n${repeat("|a|\n")}`,
  "many lines": repeat("a\n"),
  "many paragraphs": repeat("a\n\n"),
  headings: repeat("# a\n"),
  footnotes: repeat("[^a]: \n"),
  definitions: repeat("[a]: b\n"),
  addresses: repeat("http://a.b "),
  tags: repeat("<a>"),
  entities: repeat("&amp;"),
  backslashes: repeat("\\"),
  ticks: Array.from({ length: 140 }, (_, length) => "`".repeat(length)).join(" "),
  names: repeat("@"),
};

describe("Prose", () => {
  it.each(Object.entries(bombs))("draws little of a bomb: %s", (_, text) => {
    const html = draw(text);
    expect(elementsIn(html)).toBeLessThan(2_500);
    expect(deepest(html)).toBeLessThan(40);
    // What was typed is all there, as words: nothing is thrown away to save time.
    if (elementsIn(html) === 1) expect(html.length).toBeGreaterThanOrEqual(text.length);
  });

  it.each([
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\nscript:alert(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](vbscript:x)",
    "[a](&#106;avascript:alert(1))",
    "<javascript:alert(1)>",
    "![a](javascript:alert(1))",
    "[a]: javascript:alert(1)\n\n[a]",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">a</a>',
    "![a](https://tracker.example/pixel.png)",
    "<svg/onload=alert(1)>\n\n<iframe src=//a.example>",
  ])("makes nothing that runs or loads of %s", (text) => {
    const html = draw(text);
    expect(html).not.toMatch(/<(?!\/?(?:div|p|a|bdi|strong|em|pre|code)\b)/);
    expect(html).not.toMatch(/<[^>]*(?:javascript:|data:|vbscript:|\son\w+=|\ssrc=|\sstyle=)/i);
  });

  it("shows HTML, images and footnotes as the words they were typed with", () => {
    expect(draw("if x <y and z> w")).toContain("&lt;y and z&gt;");
    expect(draw("![a chart](https://a.example/x.png)")).toContain('href="https://a.example/x.png"');
    expect(draw("so[^1]\n\n[^1]: Thucydides")).toContain("Thucydides");
  });

  it("keeps signs that turn or hide text within their block", () => {
    const html = draw("one \u202Etwo\u200B\n\n[three\u202E](https://a.example) four");
    expect(html.match(/<p dir="auto">/g)).toHaveLength(2);
    expect(html).toContain("<bdi>three\u202E</bdi>");
  });

  it("lets one's own name stand out, also within emphasis, and none within code", () => {
    const names = [
      { words: "Ana", key: "me" },
      { words: "李明", key: "li" },
    ];
    const html = draw("@Ana, **@李明** and `@Ana`", names);
    expect(html).toContain('<bdi class="name-chip mine">@Ana</bdi>');
    expect(html).toContain('<strong><bdi class="name-chip">@李明</bdi></strong>');
    expect(html).toContain("<code>@Ana</code>");
  });

  it("draws a text without Markdown as Markdown would", () => {
    const pieces = fc.constantFrom(
      "word",
      " ",
      "  ",
      "\n",
      "\n\n",
      "12",
      "1.",
      "-",
      "+",
      "–",
      "!",
      "(",
      ":",
      "é",
      "李明",
      "😀",
    );
    const bare = (html: string) => html.replace(/\s+/g, " ").replaceAll("> <", "><");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (all) => {
        const text = all.join("").trim();
        fc.pre(plainParagraphs(text) !== null && text !== "");
        // A sign that nobody sees sends the same words through the parser.
        const parsed = draw(`${text}\n\n&#8203;`).replace(/<p dir="auto">\u200B<\/p>/, "");
        expect(bare(draw(text))).toBe(bare(parsed));
      }),
      // A line of a colon and a dash makes a table's head of the line before.
      { numRuns: 120, examples: [[["word", "\n", ":", "-"]]] },
    );
  });

  it("reads an honest long text as Markdown", () => {
    const html = draw(
      repeat(
        `${"Some words of no weight. ".repeat(30)}This *with* stress, a [link](https://a.example).\n\n`,
        39_000,
      ),
    );
    expect(html).toContain("<em>with</em>");
  });
});

describe("a citation", () => {
  const chip = {
    position: 0,
    readingId: "r",
    paragraphId: "p",
    reading: 4,
    title: "A speech",
    paragraph: 9,
    text: "Words.",
    positionId: "x",
    about: "Charter",
    anchor: "sound" as const,
    formerText: null,
  };
  const drawCited = (text: string, citations: Chip[]) =>
    renderToStaticMarkup(
      <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
        <Prose text={text} citations={citations} courseId="c" />
      </NextIntlClientProvider>,
    );

  it("leads to its passage, and says for which position it is cited", () => {
    const html = drawCited("See [[4 ¶9 Charter]].", [chip]);
    expect(html).toContain('href="/courses/c/readings/r#p-p"');
    expect(html).toContain("cited for Charter");
    expect(html).not.toContain("title=");
  });

  it("cited for two positions is two citations", () => {
    const other = { ...chip, position: 1, positionId: "y", about: "Spheres" };
    const html = drawCited("[[4 ¶9 Charter]] or [[4 ¶9 Spheres]]", [chip, other]);
    expect(html).toContain("cited for Charter");
    expect(html).toContain("cited for Spheres");
  });

  it("says that its text has changed, and that it leads nowhere", () => {
    const changed = { ...chip, anchor: "changed" as const, formerText: "Other words." };
    expect(drawCited("[[4 ¶9]]", [changed])).toContain(messages.cite.anchor.changed);
    expect(drawCited("[[4 ¶9]]", [])).toContain(messages.cite.lost);
  });
});
