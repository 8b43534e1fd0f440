import type { NextAuthOptions } from "next-auth";
import { getServerSession } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { Refused } from "@/domain/refusal";
import type { SessionClaim } from "@/server/queries/course-access";
import { signIn } from "@/server/queries/sign-in";

declare module "next-auth" {
  interface Session {
    claim: SessionClaim;
  }
  interface User {
    sessionVersion: number;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    claim: SessionClaim;
  }
}

/** The address behind a proxy that sets it; used to limit attempts, never to decide access. */
export const addressOf = (headers: Record<string, string | string[] | undefined>): string =>
  String(headers["x-forwarded-for"] ?? "")
    .split(",")[0]
    ?.trim() || "unknown";

const MONTH = 30 * 24 * 60 * 60;

/** next-auth's settings. The token carries only a claim; `courseAccess` holds it against the database at each use. */
export const authOptions = (): NextAuthOptions => ({
  session: { strategy: "jwt", maxAge: MONTH },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { email: {}, password: {} },
      authorize: async (sent, request) => {
        try {
          return await signIn(sent, addressOf(request.headers ?? {}));
        } catch (error) {
          // next-auth hands an error's message to the sign-in page: only the code of a refusal may travel there.
          if (error instanceof Refused) throw new Error(error.refusal.code);
          console.error("sign-in failed", error);
          throw new Error("unexpected");
        }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user ? { ...token, claim: { userId: user.id, sessionVersion: user.sessionVersion } } : token,
    session: ({ session, token }) => ({ ...session, claim: token.claim }),
  },
});

/** What the request's cookie claims, or null. */
export async function sessionClaim(): Promise<SessionClaim | null> {
  const session = await getServerSession(authOptions());
  return session?.claim ?? null;
}
