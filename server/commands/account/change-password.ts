import type { z } from "zod";
import type { passwordChange } from "@/domain/account/account";
import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { hashPassword, passwordMatches } from "@/server/adapters/password";
import { announce } from "@/server/adapters/pubsub";
import { countAttempt } from "@/server/adapters/rate-limit";
import type { SessionClaim } from "@/server/queries/course-access";
import { personOf } from "@/server/queries/person";

/** Changes the password and, with it, ends every session, this one included. Refuses `wrong-password`. */
export async function changePassword(
  claim: SessionClaim,
  input: z.infer<typeof passwordChange>,
): Promise<void> {
  const person = await personOf(claim);
  await countAttempt("signIn", person.email);
  if (!(await passwordMatches(person.passwordHash, input.current))) refuse({ code: "wrong-password" });
  await db().user.update({
    where: { id: person.id },
    data: { passwordHash: await hashPassword(input.next), sessionVersion: { increment: 1 } },
  });
  announce({ kind: "person", userId: person.id });
}
