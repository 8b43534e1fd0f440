import type { IncomingMessage } from "node:http";
import { type GetTokenParams, getToken } from "next-auth/jwt";
import { z } from "zod";
import { id } from "@/domain/id";
import { settings } from "@/server/adapters/settings";
import type { SessionClaim } from "@/server/queries/course-access";

const token = z.object({
  claim: z.object({ userId: id, sessionVersion: z.int() }),
  jti: z.string().optional(),
});

export interface Session {
  claim: SessionClaim;
  /** Tells one sign-in of a person from another. */
  key: string;
}

function cookiesOf(header: string | undefined): Record<string, string> {
  const pairs = (header ?? "").split(";").map((part) => part.trim().split(/=(.*)/s));
  return Object.fromEntries(pairs.flatMap(([name, value]) => (name && value ? [[name, value]] : [])));
}

/**
 * What the request's cookie claims, or null. Over HTTPS the cookie has a name that browsers protect; which one was
 * set depends on the address people open, so both are looked for.
 */
export async function sessionOf(req: IncomingMessage): Promise<Session | null> {
  const sent = { cookies: cookiesOf(req.headers.cookie), headers: {} };
  for (const secureCookie of [true, false]) {
    const req = sent as unknown as GetTokenParams["req"];
    const read = await getToken({ req, secureCookie, secret: settings().NEXTAUTH_SECRET });
    const { success, data } = token.safeParse(read);
    if (success) return { claim: data.claim, key: `${data.claim.userId} ${data.jti ?? ""}` };
  }
  return null;
}
