import NextAuth from "next-auth";
import { authOptions } from "@/server/trpc/session";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

const handler = (request: Request, context: RouteContext): Promise<Response> =>
  NextAuth(request as never, context, authOptions());

export { handler as GET, handler as POST };
