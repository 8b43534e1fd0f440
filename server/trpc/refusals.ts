import type { TRPC_ERROR_CODE_KEY } from "@trpc/server";
import type { z } from "zod";
import type { Refusal, RefusalCode } from "@/domain/refusal";

/** The one translation of refusals into the terms of HTTP. */
const codes: Record<RefusalCode, TRPC_ERROR_CODE_KEY> = {
  "signed-out": "UNAUTHORIZED",
  "not-found": "NOT_FOUND",
  "not-allowed": "FORBIDDEN",
  "not-open-yet": "FORBIDDEN",
  closed: "FORBIDDEN",
  stale: "CONFLICT",
  "id-taken": "CONFLICT",
  deleted: "CONFLICT",
  "anchor-mismatch": "CONFLICT",
  "no-private-notes": "FORBIDDEN",
  published: "CONFLICT",
  "not-published": "CONFLICT",
  "empty-text": "BAD_REQUEST",
  "too-large": "PAYLOAD_TOO_LARGE",
  "unreadable-file": "BAD_REQUEST",
  "unreadable-table": "BAD_REQUEST",
  "dates-out-of-order": "BAD_REQUEST",
  "nothing-to-read": "BAD_REQUEST",
  "in-use": "CONFLICT",
  "grades-shown": "CONFLICT",
  "name-taken": "CONFLICT",
  "unknown-join-code": "NOT_FOUND",
  "wrong-password": "BAD_REQUEST",
  "last-instructor": "CONFLICT",
  "points-out-of-range": "BAD_REQUEST",
  "reason-required": "BAD_REQUEST",
  "out-of-frame": "CONFLICT",
  "stance-first": "CONFLICT",
  answered: "CONFLICT",
  unsigned: "CONFLICT",
  "requirements-missing": "BAD_REQUEST",
  touches: "CONFLICT",
  "rate-limited": "TOO_MANY_REQUESTS",
};

export const httpCode = (refusal: Refusal): TRPC_ERROR_CODE_KEY => codes[refusal.code];

export interface Fault {
  /** Dotted path of the field in the input. */
  field: string;
  /** zod's issue code, or the message a rule of ours names. */
  problem: string;
}

export const faultsOf = (error: z.ZodError): Fault[] =>
  error.issues.map((issue) => ({
    field: issue.path.join("."),
    problem: issue.code === "custom" ? issue.message : issue.code,
  }));
