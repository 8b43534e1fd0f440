"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { toast } from "sonner";
import { useTRPCClient } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { useDesk } from "./desk-state";
import { positionInView } from "./in-view";

/** Opens the next thread with something unread, or with `back` the one before; says so when there is none. */
export function useNextUnread(): (back: boolean) => void {
  const t = useTranslations("reader");
  const client = useTRPCClient();
  const refusal = useRefusal();
  const { courseId, page, held, goToThread, announce } = useDesk();
  return useCallback(
    (back) => {
      const from = { position: positionInView() ?? 0, threadId: held, back };
      client.comment.nextUnread.query({ courseId, readingId: page.id, ...from }).then(
        (next) => {
          if (next) goToThread(next.threadId, next.position);
          else {
            toast(t("allRead"));
            announce(t("allRead"));
          }
        },
        (error) => toast.error(refusal(error)),
      );
    },
    [announce, client, courseId, goToThread, held, page.id, refusal, t],
  );
}
