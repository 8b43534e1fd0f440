"use client";

import { TRPCClientError } from "@trpc/client";
import { useFormatter, useTranslations } from "next-intl";
import type { Refusal } from "@/domain/refusal";
import type { AppRouter } from "@/server/trpc/root";

/** The refusal in what a procedure threw, or null when it is something else. */
export function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof TRPCClientError)) return null;
  return (error as TRPCClientError<AppRouter>).data?.refusal ?? null;
}

const MOMENT = {
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  timeZoneName: "short",
} as const;
/** Of this device: it is its user who is refused. */
const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const kibibytes = (bytes: number) => Math.round(bytes / 1024);

/** A sentence a person can act on, for a refusal. */
export function useRefusalSentence(): (refusal: Refusal) => string {
  const t = useTranslations("refusal");
  const format = useFormatter();
  const moment = (at: string) => format.dateTime(new Date(at), { ...MOMENT, timeZone: ownTimeZone() });
  return (refusal) => {
    switch (refusal.code) {
      case "not-open-yet":
        return t(refusal.code, { when: moment(refusal.opensAt) });
      case "closed":
        return t(refusal.code, { when: moment(refusal.closesAt) });
      case "too-large":
        return t(refusal.code, { limit: kibibytes(refusal.limitBytes) });
      case "unreadable-file":
        return t(`${refusal.code}.${refusal.reason}`);
      case "points-out-of-range":
        return t(refusal.code, { most: refusal.most });
      case "in-use":
        return t(refusal.code, { title: refusal.title });
      case "out-of-frame":
        return t(refusal.code, { name: refusal.name });
      case "rate-limited":
        return t(refusal.code, { minutes: Math.ceil(refusal.retryAfterSeconds / 60) });
      default:
        return t(refusal.code);
    }
  };
}

/** A sentence a person can act on, for whatever a procedure threw. */
export function useRefusal(): (error: unknown) => string {
  const t = useTranslations("refusal");
  const sentence = useRefusalSentence();
  return (error) => {
    const refusal = refusalIn(error);
    if (refusal) return sentence(refusal);
    if (error instanceof TRPCClientError && error.data?.faults?.length) return t("faults");
    return t(error instanceof TRPCClientError && error.data ? "unexpected" : "unreachable");
  };
}
