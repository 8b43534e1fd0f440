import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";

/** Errors alone: what a job does is seen in the rows it changes. */
export const quietly = new Logger(() => (level, message) => {
  if (level === "error") console.error("job", message);
});

/** A connection that breaks is replaced at the next use; without listeners it would end the process. */
export function keepGoing(connections: pg.Pool): void {
  connections.on("error", () => {});
  connections.on("connect", (client) => client.on("error", () => {}));
}

/** Makes, or brings up to date, the tables that jobs stand in. */
export async function migrateJobs(connectionString: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString, max: 2 });
  keepGoing(pgPool);
  try {
    await runMigrations({ pgPool, logger: quietly });
  } finally {
    await pgPool.end();
  }
}
