import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { id } from "@/domain/id";
import { Refused, refuse } from "@/domain/refusal";
import { courseAccess, isMembershipOf, type SessionClaim } from "@/server/queries/course-access";
import { faultsOf, httpCode } from "./refusals";

export interface Context {
  claim: SessionClaim | null;
  now: Date;
  /** For the rate limiter only. */
  address: string;
  /** The membership that a queued write names as its writer, where it names one. */
  personId?: string | null;
}

const t = initTRPC.context<Context>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    // Whatever is not a refusal or a fault in the input is a bug: its words stay on the server.
    message: error.cause instanceof Refused ? error.cause.refusal.code : shape.data.code,
    code: shape.code,
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      refusal: error.cause instanceof Refused ? error.cause.refusal : null,
      faults: error.cause instanceof z.ZodError ? faultsOf(error.cause) : null,
    },
  }),
});

const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok && result.error.cause instanceof Refused) {
    const { refusal } = result.error.cause;
    throw new TRPCError({ code: httpCode(refusal), message: refusal.code, cause: result.error.cause });
  }
  return result;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

/** Open to anybody. */
export const publicProcedure = procedure;

/** Somebody signed in; the session's number is checked where the data is read. */
export const personProcedure = procedure.use(({ ctx, next }) => {
  if (!ctx.claim) refuse({ code: "signed-out" });
  return next({ ctx: { ...ctx, claim: ctx.claim } });
});

/** Somebody in the course named in the input: `ctx.access` is the proof. */
export const courseProcedure = personProcedure
  .input(z.object({ courseId: id }))
  .use(async ({ ctx, input, next }) => {
    // Somebody else has signed in on the device since: its writer has to come back to send it.
    if (ctx.personId && !(await isMembershipOf(ctx.claim, ctx.personId))) refuse({ code: "signed-out" });
    const access = await courseAccess(ctx.claim, input.courseId);
    return next({ ctx: { ...ctx, access } });
  });
