import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "@playwright/test";
import type { MadeAnchor } from "../data/anchors";
import type { Text } from "../data/text";
import { serve, staticPage } from "./page";

/** Its client keeps so much of the text on either side of a quote, in UTF-16 units. */
const CONTEXT = 32;

interface SourceMap {
  sources: string[];
  sourcesContent: string[];
}

interface Compiler {
  build: (options: Record<string, unknown>) => Promise<{ outputFiles: { text: string }[] }>;
}

/**
 * The client's own module `annotator/anchoring/html.ts` with what it needs, as published: its sources stand in the
 * package's source map. Compiled with the compiler that tsx brings along, and nothing in them changed.
 */
async function anchoringCode(): Promise<string> {
  const map = fileURLToPath(
    new URL("build/scripts/annotator.bundle.js.map", import.meta.resolve("hypothesis/package.json")),
  );
  const { sources, sourcesContent }: SourceMap = JSON.parse(readFileSync(map, "utf8"));
  const folder = mkdtempSync(path.join(tmpdir(), "glossa-hypothesis-"));
  try {
    const library = "node_modules/approx-string-match/build/src/index.js";
    for (const [index, source] of sources.entries()) {
      const name = source.replace("app:///", "");
      if (!name.startsWith("src/annotator/anchoring/") && name !== library) continue;
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, sourcesContent[index] ?? "");
    }
    const compiler: Compiler = createRequire(import.meta.resolve("tsx"))("esbuild");
    const { outputFiles } = await compiler.build({
      entryPoints: [path.join(folder, "src/annotator/anchoring/html.ts")],
      alias: { "approx-string-match": path.join(folder, library) },
      bundle: true,
      format: "iife",
      globalName: "hypothesisAnchoring",
      minify: true,
      target: "esnext",
      write: false,
    });
    return outputFiles[0]?.text ?? "";
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The selectors that the client makes of a passage; offsets count in the text of the body. */
function selectorsOf(text: Text, anchors: readonly MadeAnchor[]) {
  const whole = text.paragraphs.map((paragraph) => paragraph.text).join("");
  let length = 0;
  const before = text.paragraphs.map((paragraph) => {
    length += paragraph.text.length;
    return length - paragraph.text.length;
  });
  return anchors.map(({ paragraph, ...at }) => {
    const xpath = `/article[1]/p[${paragraph + 1}]`;
    const start = (before[paragraph] ?? 0) + at.start;
    const end = (before[paragraph] ?? 0) + at.end;
    return [
      {
        type: "RangeSelector",
        startContainer: xpath,
        startOffset: at.start,
        endContainer: xpath,
        endOffset: at.end,
      },
      { type: "TextPositionSelector", start, end },
      {
        type: "TextQuoteSelector",
        exact: whole.slice(start, end),
        prefix: whole.slice(Math.max(0, start - CONTEXT), start),
        suffix: whole.slice(end, end + CONTEXT),
      },
    ];
  });
}

/** Where the client puts an anchor: the index of the paragraph that it begins in, and its words; null for an orphan. */
export type Anchored = { paragraph: number; words: string } | null;

export interface Anchoring {
  /** From the first anchor to the last, in ms; nothing is drawn and no service asked meanwhile. */
  time: number;
  anchored: Anchored[];
}

export interface AnchoringPeer {
  /** Anchors everything once, in a page newly opened. */
  run: () => Promise<Anchoring>;
  stop: () => Promise<void>;
}

/** Runs in the page. As text, because compiled functions lean on helpers of the compiler. */
const anchorAll = (selectors: unknown) => `(async () => {
  const all = ${JSON.stringify(selectors)};
  const ranges = [];
  const begun = performance.now();
  for (const selectors of all) {
    ranges.push(await hypothesisAnchoring.anchor(document.body, selectors).catch(() => null));
  }
  const time = performance.now() - begun;
  const places = new Map([...document.querySelectorAll("#text > p")].map((element, index) => [element, index]));
  const anchored = ranges.map((range) => {
    if (!range) return null;
    const start = range.startContainer;
    const element = start instanceof Element ? start : start.parentElement;
    return { paragraph: places.get(element.closest("#text > p")) ?? -1, words: range.toString() };
  });
  return { time, anchored };
})()`;

/** Hypothesis' anchoring of passages of `before`, on the plainest page with the text `after`. */
export async function startAnchoring(
  browser: Browser,
  before: Text,
  after: Text,
  anchors: readonly MadeAnchor[],
): Promise<AnchoringPeer> {
  const code = await anchoringCode();
  const script = anchorAll(selectorsOf(before, anchors));
  const html = staticPage(after, "");
  const server = await serve((_request, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html),
  );
  return {
    run: async () => {
      const context = await browser.newContext();
      try {
        const page = await context.newPage();
        await page.goto(server.address);
        await page.evaluate(`${code}; window.hypothesisAnchoring = hypothesisAnchoring; undefined`);
        return await page.evaluate<Anchoring>(script);
      } finally {
        await context.close();
      }
    },
    stop: server.stop,
  };
}
