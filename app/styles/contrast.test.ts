import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Theme = 0 | 1;
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const tokens = new Map<string, readonly [string, string]>();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\((#\w+),\s*(#\w+)\)/g)) {
  if (name && light && dark) tokens.set(name, [light, dark]);
}

function colour(name: string, theme: Theme): Colour {
  const hex = tokens.get(name)?.[theme];
  if (!hex) throw new Error(`No colour pair is named --${name}`);
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5), hex.length > 7 ? part(7) / 255 : 1];
}

function lay(upper: Colour, lower: Colour): Colour {
  const mix = (channel: 0 | 1 | 2) => upper[channel] * upper[3] + lower[channel] * (1 - upper[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** The ground made by washes laid on a paper: `"sheet+term-wash"`. */
function ground(layers: string, theme: Theme): Colour {
  return layers
    .split("+")
    .reduce<Colour>((lower, name) => lay(colour(name, theme), lower), [255, 255, 255, 1]);
}

/** Relative luminance as WCAG 2.2 defines it, 0 to 1. */
function luminance([red, green, blue]: Colour): number {
  const linear = (channel: number) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(ink: string, layers: string, theme: Theme): number {
  const below = ground(layers, theme);
  const [a, b] = [luminance(lay(colour(ink, theme), below)), luminance(below)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The pairs that fall short, each with what it reaches. */
function shortfalls(inks: string[], grounds: string[], least: number, theme: Theme): string[] {
  const pairs = grounds.flatMap((layers) => inks.map((ink) => ({ ink, layers })));
  return pairs
    .map((pair) => ({ ...pair, reached: contrast(pair.ink, pair.layers, theme) }))
    .filter(({ reached }) => reached < least)
    .map(({ ink, layers, reached }) => `${ink} on ${layers}: ${reached.toFixed(2)} of ${least}`);
}

const papers = ["desk", "sheet", "card", "well", "hover"];
const signals = ["question", "insight", "challenge", "term"];
const positions = Array.from({ length: 8 }, (_, at) => `pos-${at + 1}`);
const washes = [...signals, "rubric", "private"].map((name) => `${name}-wash`);
const twoWashes = washes.flatMap((lower) =>
  washes.filter((upper) => upper !== lower).map((upper) => `sheet+${lower}+${upper}`),
);

describe.each([
  ["light", 0],
  ["dark", 1],
] as const)("in the %s theme", (_name, theme) => {
  const expectEnough = (inks: string[], grounds: string[], least: number) =>
    expect(shortfalls(inks, grounds, least, theme)).toEqual([]);

  test("words can be read on every paper", () => {
    const inks = ["ink", "ink-2", "ink-3", "rubric-ink", "ok", ...signals.map((name) => `${name}-ink`)];
    expectEnough([...inks, ...positions], papers, 4.5);
  });

  test("edges and pigments stand out from every paper", () => {
    expectEnough(["edge", "rubric", ...signals], papers, 3);
  });

  test("the text keeps AAA under one mark, under two that meet, and when selected", () => {
    const marked = washes.flatMap((wash) => [`sheet+${wash}`, `card+${wash}`]);
    expectEnough(["ink"], [...marked, ...twoWashes, "sheet+selection"], 7);
  });

  test("what is said on a wash can be read", () => {
    const grounds = (wash: string) => ["sheet", "card", "desk", "well"].map((paper) => `${paper}+${wash}`);
    expectEnough(["rubric-ink", "ink-2"], grounds("rubric-wash"), 4.5);
    expectEnough(["ok"], grounds("ok-wash"), 4.5);
  });

  test("figures can be read on every shade but the darkest, and there ink can", () => {
    expectEnough(["ink-2"], ["sheet+shade-1", "sheet+shade-2", "sheet+shade-3"], 4.5);
    expectEnough(["ink"], ["sheet+shade-4"], 4.5);
  });

  test("a filled button's words can be read", () => {
    expectEnough(["on-rubric"], ["rubric", "rubric-ink"], 4.5);
    expectEnough(["on-ink"], ["ink", "ink-2"], 4.5);
  });
});
