import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { PERSON_HEADER } from "@/domain/outbox/person-header";
import { MAX_SOURCE_BYTES } from "@/domain/source/decode";
import { appRouter } from "./root";
import { addressOf, sessionClaim } from "./session";

/** A whole source may be pasted; its JSON may need two bytes for one. */
const MAX_BODY_BYTES = 2 * MAX_SOURCE_BYTES + 64 * 1024;

const answer = (status: number, code: string, refusal: object | null = null) =>
  Response.json(
    { error: { json: { message: code, code: -32600, data: { code, httpStatus: status, refusal } } } },
    { status },
  );

/** A write sent by another site's page is not this person's doing, whatever cookies came with it. */
function isCrossSite(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site) return site === "cross-site";
  const origin = request.headers.get("origin");
  if (origin === null) return false;
  // "null" is what a sandboxed frame sends: of no site, and so of another.
  return !URL.canParse(origin) || new URL(origin).host !== request.headers.get("host");
}

/** Reads at most `limit` bytes; null when there are more. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (request.body) {
    for await (const chunk of request.body) {
      size += chunk.byteLength;
      if (size > limit) return null;
      chunks.push(chunk);
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

export async function handleApiRequest(request: Request): Promise<Response> {
  let incoming = request;
  if (request.method === "POST") {
    if (isCrossSite(request)) return answer(403, "FORBIDDEN");
    const body = await readBody(request, MAX_BODY_BYTES);
    if (body === null)
      return answer(413, "PAYLOAD_TOO_LARGE", { code: "too-large", limitBytes: MAX_SOURCE_BYTES });
    incoming = new Request(request.url, { method: "POST", headers: request.headers, body });
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: incoming,
    router: appRouter,
    createContext: async () => ({
      claim: await sessionClaim(),
      now: new Date(),
      address: addressOf(Object.fromEntries(request.headers)),
      personId: request.headers.get(PERSON_HEADER),
    }),
    onError: ({ error, path }) => {
      if (error.code === "INTERNAL_SERVER_ERROR") console.error("request failed", path, error.cause ?? error);
    },
  });
}
