import "server-only";
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
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Refused) {
      if (cause.refusal.code === "signed-out") redirect(`/sign-in?next=${encodeURIComponent(here)}`);
      if (cause.refusal.code === "not-found" || cause.refusal.code === "not-allowed") notFound();
    }
    throw error;
  }
}
