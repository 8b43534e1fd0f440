import path from "node:path";
import { keptSecret } from "./embedded-postgres.mjs";
import { bin } from "./paths.mjs";
import { run } from "./processes.mjs";

/** The environment of the application: what was set, and what the embedded database lets us fill in. */
export function applicationEnvironment(data, databaseUrl, given = process.env) {
  const env = { ...given, GLOSSA_DATA: data };
  if (!env.DATABASE_URL) {
    env.DATABASE_URL = databaseUrl;
    env.NEXTAUTH_SECRET ||= keptSecret(path.join(data, "secret"));
    env.GLOSSA_DEMO ||= "1";
  }
  if (!env.NEXTAUTH_URL) {
    // next-auth takes an empty address for one that was set.
    delete env.NEXTAUTH_URL;
    env.AUTH_TRUST_HOST ||= "true";
  }
  return env;
}

const ofAPerson = [
  "DATABASE_URL",
  "NEXTAUTH_SECRET",
  "NEXTAUTH_URL",
  "AUTH_TRUST_HOST",
  "SMTP_URL",
  "MAIL_FROM",
  "GLOSSA_JOBS",
];

/**
 * The environment for tests, without what a person has set for a server of their own. Empty rather than left out: an
 * empty setting counts as not set, and `.env` does not fill it in.
 */
export function testEnvironment(given = process.env) {
  return { ...given, ...Object.fromEntries(ofAPerson.map((name) => [name, ""])) };
}

/** Refuses settings that cannot be used, with a sentence for each. */
export function checkSettings(env) {
  return run(process.execPath, [bin.tsx, "scripts/check-settings.ts"], { env });
}
