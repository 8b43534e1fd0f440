import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { launch } from "@/scripts/lib/launch.mjs";
import { freePort } from "@/scripts/lib/ports.mjs";
import { BenchCourse, type Person } from "../data/course";

export interface Product {
  address: string;
  databaseUrl: string;
  /** The environment of the server, for workers that use its own code. */
  env: Record<string, string | undefined>;
  db: pg.Pool;
  course: BenchCourse;
  /** The cookie of somebody who has signed in, as `name=value`. */
  cookie: (person: Person) => Promise<string>;
  stop: () => Promise<void>;
}

/** The production server on a database of its own, with the bench's course and nothing else in it. */
export async function startProduct(): Promise<Product> {
  const folder = mkdtempSync(path.join(tmpdir(), "glossa-bench-"));
  // The user that PostgreSQL runs as must be able to pass through.
  chmodSync(folder, 0o755);
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    // What a person has set for their own server must not reach this one.
    const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, REDIS_URL, ...rest } = process.env;
    const given = {
      ...rest,
      GLOSSA_DATA: path.join(folder, "data"),
      GLOSSA_DEMO: "0",
      PORT: String(await freePort()),
      HOST: "127.0.0.1",
    };
    const glossa = await launch({ given });
    const env: Record<string, string | undefined> = glossa.env;
    const databaseUrl = env.DATABASE_URL ?? "";
    const secret = env.NEXTAUTH_SECRET ?? "";
    const db = new pg.Pool({ connectionString: databaseUrl, max: 4 });
    const course = new BenchCourse(db);
    await course.write();
    return {
      address: glossa.address,
      databaseUrl,
      env,
      db,
      course,
      cookie: async ({ userId, name }) => {
        const token = { name, sub: userId, claim: { userId, sessionVersion: 1 } };
        return `next-auth.session-token=${await encode({ token, secret })}`;
      },
      stop: async () => {
        await db.end();
        await glossa.stop();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
