import { z } from "zod";
import { email } from "@/domain/account/account";
import type { Id } from "@/domain/id";
import { db } from "@/server/adapters/db";
import { passwordMatches } from "@/server/adapters/password";
import { countAttempt, forgetAttempts } from "@/server/adapters/rate-limit";

const credentials = z.object({ email, password: z.string().min(1).max(200) });

export interface SignedIn {
  id: Id;
  name: string;
  email: string;
  sessionVersion: number;
}

/**
 * Who these credentials belong to, or null: the answer, and the time it takes, are the same for an unknown address and
 * a wrong password. Refuses `rate-limited` after too many attempts on an address or from one place.
 */
export async function signIn(sent: unknown, from: string): Promise<SignedIn | null> {
  const parsed = credentials.safeParse(sent);
  if (!parsed.success) return null;
  await countAttempt("signInFrom", from);
  await countAttempt("signIn", parsed.data.email);
  const user = await db().user.findUnique({ where: { email: parsed.data.email } });
  const matches = await passwordMatches(user?.passwordHash ?? null, parsed.data.password);
  if (!user || !matches) return null;
  await forgetAttempts("signIn", user.email);
  return { id: user.id, name: user.name, email: user.email, sessionVersion: user.sessionVersion };
}
