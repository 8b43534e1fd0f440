import { pool } from "@/server/adapters/db";

let statement: string | undefined;

async function statementOf(): Promise<string> {
  const { rows } = await pool().query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'rate_limit' ORDER BY 1",
  );
  return rows
    .map(
      ({ name }) =>
        `SELECT '${name}' AS name, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum FROM "${name}" t`,
    )
    .join(" UNION ALL ");
}

/** A sum over every row of every table but the rate limiter's: the same before and after means nothing changed. */
export async function digest(): Promise<Record<string, string>> {
  statement ??= await statementOf();
  const { rows } = await pool().query<{ name: string; sum: string }>(statement);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}
