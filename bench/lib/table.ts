import type { Line } from "./goal";

export const ms = (value: number) =>
  value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value.toFixed(value < 100 ? 1 : 0)} ms`;

export const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const number = (value: number) => (value < 0.3 ? `1/${(1 / value).toFixed(1)}` : value.toFixed(2));

const ratio = (line: Line) =>
  line.ratio ? `${number(line.ratio.median)} (worst ${number(line.ratio.worst)})` : "–";

const met = (line: Line) => (line.met === null ? "" : line.met ? "yes" : "NO");

const head = ["", "what", "ours", "theirs or floor", "ratio", "goal", "met"];

export interface NamedLine extends Line {
  name: string;
}

const cells = (line: NamedLine) => [
  line.name,
  line.what,
  line.ours,
  line.theirs,
  ratio(line),
  line.goal,
  met(line),
];

/** The table as Markdown, its columns aligned for a terminal too. */
export function table(lines: NamedLine[]): string {
  const rows = [head, ...lines.map(cells)];
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => (row[column] ?? "").length)));
  const drawn = rows.map(
    (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`,
  );
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [drawn[0], rule, ...drawn.slice(1)].join("\n");
}
