import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { newAccount } from "@/domain/account/account";
import { db } from "@/server/adapters/db";
import { hashPassword } from "@/server/adapters/password";
import { countAttempt } from "@/server/adapters/rate-limit";

/**
 * Makes an account. The answer is the same, in the same time, when the address has one already: whether an address is
 * known here is nobody's business, and the account that exists is left as it is.
 */
export async function createAccount(
  input: z.infer<typeof newAccount>,
  from: string,
  now: Date,
): Promise<void> {
  await countAttempt("createAccountFrom", from);
  const passwordHash = await hashPassword(input.password);
  await db().user.createMany({
    data: { id: uuidv7(), email: input.email, name: input.name, passwordHash, createdAt: now },
    skipDuplicates: true,
  });
}
