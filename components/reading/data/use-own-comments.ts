"use client";

import { useEffect, useState } from "react";
import { useOutbox } from "@/components/outbox/outbox-provider";
import { makesComment, type WriteOf } from "@/domain/outbox/write";
import { countWords } from "@/domain/prompt/citation";

const bodyOf = (write: WriteOf<"post" | "reply">) =>
  write.kind === "post" ? write.comment.body : write.reply.body;

/** Comments of one's own that have the words they need: those the page came with, and those sent since. */
export function useOwnComments(onPage: number, least: number): number {
  const { onSent } = useOutbox();
  const [since, setSince] = useState({ onPage, sent: 0 });
  if (since.onPage !== onPage) setSince({ onPage, sent: 0 });
  useEffect(
    () =>
      onSent((item) => {
        if (makesComment(item.write) && countWords(bodyOf(item.write)) >= least)
          setSince(({ onPage, sent }) => ({ onPage, sent: sent + 1 }));
      }),
    [onSent, least],
  );
  return onPage + since.sent;
}
