import "server-only";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { Refused } from "@/domain/refusal";
import { createCallerFactory } from "./init";
import { appRouter } from "./root";
import { addressOf, sessionClaim } from "./session";

const createCaller = createCallerFactory(appRouter);

/** One caller a request, for server components: the same procedures that the browser calls. */
export const caller = cache(async () => {
  const claim = await sessionClaim();
  const address = addressOf(Object.fromEntries(await headers()));
  return createCaller({ claim, now: new Date(), address });
});

/**
 * What a page shows for a refusal: the sign-in page to whoever is signed out, "not found" for what does not exist for
 * them. Anything else is an error and goes to the page's error boundary.
 */
export async function forPage<Result>(result: Promise<Result>, here: string): Promise<Result> {
  try {
    return await result;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    const refusal = error.cause instanceof Refused ? error.cause.refusal.code : null;
    if (refusal === "signed-out") redirect(`/sign-in?next=${encodeURIComponent(here)}`);
    // An address that is not well formed leads nowhere, like one that names what this person may not see.
    if (error.code === "BAD_REQUEST" || error.code === "NOT_FOUND" || error.code === "FORBIDDEN") notFound();
    throw error;
  }
}
