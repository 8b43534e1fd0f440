import { readCsv } from "@/domain/csv-read";
import { expect } from "./fixtures";

/**
 * The exported file as a spreadsheet of another country saves it, with other marks in one column: semicolons, decimal
 * commas, and somebody nobody knows.
 */
export function asSpreadsheet(text: string, title: string, marks: Record<string, string>): string {
  const { header, rows } = readCsv(text);
  const column = header.findIndex((name) => name.includes(title));
  expect(column).toBeGreaterThan(0);
  const quoted = (cell: string) => (/[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = rows.map(({ cells }) =>
    cells.map((cell, place) => {
      if (place === column) return marks[cells[0] ?? ""] ?? cell.replace(".", ",");
      return /^\d+\.\d+$/.test(cell) ? cell.replace(".", ",") : cell;
    }),
  );
  const stranger = header.map((_, place) =>
    place === 0 ? "nobody@example.test" : place === column ? "1" : "",
  );
  return [header, ...lines, stranger].map((cells) => cells.map(quoted).join(";")).join("\r\n");
}
