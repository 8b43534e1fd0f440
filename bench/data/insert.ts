import type pg from "pg";

const BATCH = 2_000;

/** Writes rows in batches; the columns are those of the first row. */
export async function insert(db: pg.Pool, name: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => `"${column}"`)
    .join(", ");
  for (let from = 0; from < rows.length; from += BATCH) {
    await db.query(
      `INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM json_populate_recordset(null::"${name}", $1)`,
      [JSON.stringify(rows.slice(from, from + BATCH))],
    );
  }
}
