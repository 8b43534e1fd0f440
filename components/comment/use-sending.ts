"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { useRefusal } from "@/components/trpc/use-refusal";

interface Outcome {
  /** Acknowledged, wherever the person is by now. */
  done: () => void;
  /** Acknowledged while the box it was written in is still open. */
  doneHere?: () => void;
  /** Refused, with the reason, while the box is still open. */
  failedHere: (why: string) => void;
}

/** Follows what was sent to its end, also after the person has closed the box and gone on. */
export function useSending(): (sent: Promise<void>, outcome: Outcome) => void {
  const t = useTranslations("comment");
  const refusal = useRefusal();
  const open = useRef(false);
  useEffect(() => {
    open.current = true;
    return () => {
      open.current = false;
    };
  }, []);
  return (sent, { done, doneHere, failedHere }) => {
    sent.then(
      () => {
        done();
        if (open.current) doneHere?.();
      },
      (error) => {
        const why = refusal(error);
        if (open.current) failedHere(why);
        else toast.error(t("notSent", { why }));
      },
    );
  };
}
