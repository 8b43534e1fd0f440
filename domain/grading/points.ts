import { z } from "zod";

/** Points as a whole number of hundredths: sums are exact, where 0.1 + 0.2 is not. */
export type Hundredths = number;

/** What a column of seven digits with two decimals holds. */
export const MOST_POINTS: Hundredths = 99_999_99;

const SHAPE = /^(\d{1,5})(?:[.,](\d{1,2}))?$/;

/** "26.5" (or "26,5") as hundredths; null for anything else: a sign, a third decimal, an exponent, nothing. */
export function readPoints(text: string): Hundredths | null {
  const found = SHAPE.exec(text.trim());
  if (!found) return null;
  const [, whole = "", decimals = ""] = found;
  return Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
}

/** The shortest decimal that says it: 2650 is "26.5", 2600 is "26". */
export function showPoints(points: Hundredths): string {
  const whole = Math.trunc(points / 100);
  const rest = String(Math.abs(points % 100))
    .padStart(2, "0")
    .replace(/0+$/, "");
  return rest === "" ? String(whole) : `${whole}.${rest}`;
}

export const sumOf = (points: readonly Hundredths[]): Hundredths =>
  points.reduce((sum, next) => sum + next, 0);

/**
 * A share of some points. Here, and nowhere else, marks are rounded: half up to a hundredth, once, after the share is
 * applied. `perCent` is a decimal of at most two places.
 */
export const keptOf = (points: Hundredths, perCent: string): Hundredths =>
  Math.floor((points * hundredths(perCent) + 50_00) / 100_00);

/** Points as they travel: a decimal of at most two places, brought to its shortest form. */
export const points = z.string().transform((text, context) => {
  const read = readPoints(text);
  if (read !== null) return showPoints(read);
  context.addIssue({ code: "custom", message: "points-unreadable" });
  return z.NEVER;
});

/** A database decimal (or any canonical one) as hundredths. Throws on what no column of ours can hold. */
export function hundredths(decimal: { toString(): string }): Hundredths {
  const read = readPoints(decimal.toString());
  if (read === null) throw new Error(`not a number of points: ${decimal.toString()}`);
  return read;
}
