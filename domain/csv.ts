/** What a spreadsheet would take for the beginning of a formula, full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠−﹢﹣﹦﹫]/u;

/** The same behind what other countries' spreadsheets take for the end of a field, quoted or not. */
const INNER_FORMULA = /([;\t]\s*)(?=[=+\-@＝＋－＠−﹢﹣﹦﹫])/gu;

/** Marks the file as UTF-8 for spreadsheets that would guess otherwise. */
const BOM = "\ufeff";

export type CsvValue = string | number | null;

/** What is no number is text, and stays text wherever it is opened: an apostrophe keeps it from being reckoned. */
function fieldOf(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const inner = value.replace(INNER_FORMULA, "$1'");
  const harmless = FORMULA.test(inner) ? `'${inner}` : inner;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A table as RFC 4180 has it, with CRLF after every row, for people who open it in a spreadsheet. */
export const csvOf = (header: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  BOM + [header, ...rows].map((row) => `${row.map(fieldOf).join(",")}\r\n`).join("");
