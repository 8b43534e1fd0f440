"use client";

import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useDesk } from "@/components/reading/desk-state";
import { numberOf } from "@/components/reading/dom-range";
import type { Comment } from "@/components/reading/reader-types";
import { citationMark } from "@/domain/prompt/citation";
import { useWrites } from "./use-writes";

/** What can be done with a comment besides its words; what may not be done is undefined. */
export function useCommentActs(comment: Comment, root: Comment) {
  const t = useTranslations("comment");
  const { courseId, page, may, announce, backToText, hold } = useDesk();
  const writes = useWrites();
  const isRoot = comment.id === comment.threadId;
  const number = numberOf(comment.paragraphId);

  const copy = async (text: string, said: string) => {
    try {
      await navigator.clipboard.writeText(text);
      toast(said);
      announce(said);
    } catch {
      toast.error(t("notCopied"));
    }
  };
  const isAnswer = root.answerId === comment.id;

  return {
    isAnswer,
    resolve: may("comment.resolve", comment)
      ? async () => {
          await writes.resolve(comment, !comment.resolved);
          announce(t(comment.resolved ? "takenUpAgain" : "resolved"));
        }
      : undefined,
    pin: may("comment.pin", comment) ? () => writes.pin(comment, !comment.pinned) : undefined,
    answer:
      !isRoot && !comment.pending && may("comment.answer", root)
        ? async () => {
            await writes.answer(root, isAnswer ? null : comment.id);
            announce(t(isAnswer ? "answerTakenBack" : "answerMarked"));
          }
        : undefined,
    remove: may("comment.delete", comment)
      ? async () => {
          await writes.remove(comment);
          announce(t("deleted"));
          // What had the focus is gone: the thread takes it, or, with the thread, the text.
          if (isRoot) backToText();
          else hold(comment.threadId, { focus: true });
        }
      : undefined,
    copyLink: comment.pending
      ? undefined
      : () => {
          const path = `/courses/${courseId}/readings/${page.id}?thread=${comment.threadId}`;
          return copy(new URL(path, window.location.href).href, t("linkCopied"));
        },
    cite:
      number === null
        ? undefined
        : () => copy(citationMark(page.position, number), t("citationCopied", { number })),
  };
}
