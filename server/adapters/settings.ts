import { z } from "zod";

const postgresUrl = /^postgres(ql)?:\/\//;
const redisUrl = /^rediss?:\/\//;
const webUrl = /^https?:\/\//;
const smtpUrl = /^smtps?:\/\//;
const sender = /^[^<>\r\n@]*<?[^<>\s@]+@[^<>\s@]+>?$/;
const on = z.enum(["0", "1"], "must be 0 or 1");

const shape = z.object({
  DATABASE_URL: z
    .string("is missing")
    .regex(postgresUrl, "must be an address such as postgresql://user:word@host/name"),
  REDIS_URL: z.string().regex(redisUrl, "must be an address such as redis://host:6379").optional(),
  NEXTAUTH_SECRET: z
    .string("is missing: set it to at least 32 random characters")
    .min(32, "must have at least 32 characters"),
  NEXTAUTH_URL: z.string().regex(webUrl, "must be an address such as https://glossa.example.org").optional(),
  AUTH_TRUST_HOST: z.enum(["true", "false"], "must be true or false").optional(),
  PORT: z.coerce
    .number("must be a number")
    .int()
    .min(1)
    .max(65535, "must be between 1 and 65535")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  GLOSSA_DATA: z.string().default(".data"),
  GLOSSA_DEMO: on.default("0").transform((value) => value === "1"),
  SMTP_URL: z
    .string()
    .regex(smtpUrl, "must be an address such as smtps://user:word@mail.example.org")
    .optional(),
  MAIL_FROM: z.string().regex(sender, "must be an address such as Glossa <glossa@example.org>").optional(),
  GLOSSA_JOBS: on.default("1").transform((value) => value === "1"),
});

const schema = shape.superRefine((given, context) => {
  const needs = (name: "MAIL_FROM" | "NEXTAUTH_URL", why: string) => {
    if (given.SMTP_URL && !given[name]) {
      context.addIssue({ code: "custom", path: [name], message: `is missing: with SMTP_URL, ${why}` });
    }
  };
  needs("MAIL_FROM", "it says whom mail comes from");
  needs("NEXTAUTH_URL", "it is the address that mail leads to");
});

export type Settings = z.infer<typeof schema>;

export const settingNames = Object.keys(shape.shape);

type Reading = { settings: Settings; faults?: never } | { settings?: never; faults: string[] };

/** Reads every setting; an empty one counts as not set. Each fault is one sentence that names its setting. */
export function readSettings(environment: Record<string, string | undefined>): Reading {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value !== "");
  const read = schema.safeParse(Object.fromEntries(given));
  if (read.success) return { settings: read.data };
  return { faults: read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`) };
}

let known: Settings | undefined;

/** The settings of this process, read once. Throws with every fault when some cannot be used. */
export function settings(): Settings {
  if (known) return known;
  const read = readSettings(process.env);
  if (read.faults) throw new Error(read.faults.join("\n"));
  known = read.settings;
  return known;
}
