import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { refuse } from "@/domain/refusal";
import { pool } from "./db";

/** Attempts allowed per key, and the seconds after which they are forgotten. */
const limits = {
  /** Per e-mail address. */
  signIn: { points: 10, duration: 15 * 60 },
  /** Per network address: a class behind one router signs in together. */
  signInFrom: { points: 300, duration: 15 * 60 },
  /** Per person. */
  joinCourse: { points: 20, duration: 15 * 60 },
  createAccountFrom: { points: 200, duration: 60 * 60 },
} as const;

const limiters = new Map<string, RateLimiterPostgres>();

function limiter(name: keyof typeof limits): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    keyPrefix: name,
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: false,
    ...limits[name],
  });
  limiters.set(name, made);
  return made;
}

/** Counts one attempt; refuses `rate-limited` with the seconds to wait when there have been too many. */
export async function countAttempt(name: keyof typeof limits, key: string): Promise<void> {
  try {
    await limiter(name).consume(key);
  } catch (error) {
    if (error instanceof RateLimiterRes) {
      refuse({ code: "rate-limited", retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) });
    }
    throw error;
  }
}

/** Forgets the attempts after a success. */
export const forgetAttempts = async (name: keyof typeof limits, key: string): Promise<void> => {
  await limiter(name).delete(key);
};
