import { refuse } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { settings } from "@/server/adapters/settings";
import type { SessionClaim } from "./course-access";

/** The person behind a session. Refuses `signed-out` when the session has been revoked. */
export async function personOf(claim: SessionClaim) {
  const user = await db().user.findUnique({
    where: { id: claim.userId },
    select: { id: true, name: true, email: true, sessionVersion: true, passwordHash: true },
  });
  if (!user || user.sessionVersion !== claim.sessionVersion) refuse({ code: "signed-out" });
  return user;
}

/** What the account page shows. */
export async function account(claim: SessionClaim) {
  const { id, name, email } = await personOf(claim);
  return { id, name, email };
}

/** The people of the demo, for the sign-in page's buttons; none where there is no demo. */
export async function demoPeople() {
  if (!settings().GLOSSA_DEMO) return [];
  const users = await db().user.findMany({
    where: { demo: true },
    orderBy: { id: "asc" },
    select: { email: true, name: true, memberships: { select: { role: true }, take: 1 } },
  });
  const order = ["instructor", "assistant", "student", "observer"];
  return users
    .flatMap(({ email, name, memberships }) => memberships.map(({ role }) => ({ email, name, role })))
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}
