import { TRPCError } from "@trpc/server";
import { readBody } from "./http";
import { createCallerFactory } from "./init";
import { appRouter } from "./root";
import { addressOf } from "./session";

const createCaller = createCallerFactory(appRouter);

/** No form of ours is longer. */
const MOST_BYTES = 1_000;

/** Whether a person pressed the button on our page, rather than a mail program its own. */
async function isFromPage(request: Request): Promise<boolean> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return false;
  const body = await readBody(request, MOST_BYTES);
  return new URLSearchParams(new TextDecoder().decode(body ?? undefined)).get("from") === "page";
}

/**
 * Stops the mails that the address names, in one request without a session (RFC 8058). Answers a person with a page,
 * a program with 200, and 404 where the token is not ours.
 */
export async function handleUnsubscribe(request: Request): Promise<Response> {
  const token = new URL(request.url).searchParams.get("token") ?? "";
  const fromPage = await isFromPage(request);
  const to = (query: string) =>
    new Response(null, { status: 303, headers: { Location: `/unsubscribe?${query}` } });
  const api = createCaller({
    claim: null,
    now: new Date(),
    address: addressOf(Object.fromEntries(request.headers)),
  });
  try {
    await api.notification.unsubscribe({ token });
    return fromPage ? to("done=1") : new Response(null, { status: 200 });
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    return fromPage ? to("") : new Response(null, { status: 404 });
  }
}
