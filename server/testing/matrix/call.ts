import { TRPCError } from "@trpc/server";
import type { SessionClaim } from "@/server/queries/course-access";
import { createCallerFactory } from "@/server/trpc/init";
import { appRouter } from "@/server/trpc/root";
import { today } from "../cast";

const createCaller = createCallerFactory(appRouter);

export interface ProcedureInfo {
  name: string;
  type: "query" | "mutation" | "subscription";
}

/** Every procedure that the router has, by its dotted name: flat where it runs, though its type is nested. */
export const procedures: ProcedureInfo[] = Object.entries(appRouter._def.procedures).map(([name, made]) => ({
  name,
  type: (made as unknown as { _def: { type: ProcedureInfo["type"] } })._def.type,
}));

/** Calls a procedure by its dotted name, as this session, on the cast's today. */
export function call(claim: SessionClaim | null, name: string, input: unknown): Promise<unknown> {
  let found: unknown = createCaller({ claim, now: today, address: "192.0.2.1" });
  for (const part of name.split(".")) found = Reflect.get(found as object, part);
  return (found as (sent: unknown) => Promise<unknown>)(input);
}

/** "ok", or the code of the error in the terms of HTTP. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "ok";
  } catch (error) {
    if (error instanceof TRPCError) return error.code;
    throw error;
  }
}
