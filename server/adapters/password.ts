import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for argon2id (19 MiB, 2 passes, 1 lane); the package's default kind is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** A hash of nothing anybody knows, made once per process, so that an unknown address costs as long as a known one. */
let decoy: Promise<string> | undefined;

/** Compares in the same time whether or not there is a hash to compare with. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
