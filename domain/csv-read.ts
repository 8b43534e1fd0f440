import { CsvError, parse } from "csv-parse/sync";

/** What a file is refused for, and the line at which reading stopped. */
export class Unreadable extends Error {
  constructor(readonly line: number) {
    super(`not a table at line ${line}`);
    this.name = "Unreadable";
  }
}

interface Line {
  /** In the file, from 1. */
  line: number;
  cells: string[];
}

export interface Table {
  delimiter: "," | ";" | "\t";
  header: string[];
  /** Cells in the header's order; a short row is filled up with empty ones. Blank rows are left out. */
  rows: Line[];
}

const delimiters = [",", ";", "\t"] as const;

/**
 * Spreadsheets write commas, semicolons or tabs as their country does: what sets the column apart that is looked for,
 * or else what stands most often in the first line.
 */
function delimiterOf(text: string, column: string | null): Table["delimiter"] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const cells = delimiters.map((delimiter) => first.split(delimiter));
  const isThere = cells.findIndex((names) =>
    names.some((name) => name.replaceAll('"', "").trim().toLowerCase() === column),
  );
  const counts = cells.map((names) => names.length);
  return delimiters[isThere < 0 ? counts.indexOf(Math.max(...counts)) : isThere] ?? ",";
}

/** The apostrophe that our own files put before what a spreadsheet would reckon. */
const plain = (cell: string) => cell.trim().replace(/^'(?=[=+\-@＝＋－＠−﹢﹣﹦﹫])/u, "");

/**
 * A table as a spreadsheet saves it: RFC 4180, with or without a BOM. Throws `Unreadable`.
 * @param column one that is expected, in lower case
 */
export function readCsv(text: string, column: string | null = null): Table {
  const delimiter = delimiterOf(text.replace(/^\ufeff/, ""), column);
  try {
    const lines: Line[] = [];
    parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { lines: line }) => {
        lines.push({ line, cells });
        return null;
      },
    });
    const [head, ...rest] = lines;
    const header = (head?.cells ?? []).map(plain);
    return {
      delimiter,
      header,
      rows: rest
        .map(({ line, cells }) => ({ line, cells: header.map((_, column) => plain(cells[column] ?? "")) }))
        .filter(({ cells }) => cells.some((cell) => cell !== "")),
    };
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable(Number(error.lines ?? 1));
    throw error;
  }
}
