"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Link } from "@/components/ui/link";
import type { OpenQuestion } from "./shapes";

export const threadPath = (courseId: string, { readingId, threadId }: OpenQuestion) =>
  `/courses/${courseId}/readings/${readingId}?thread=${threadId}`;

/** What can be done about a question that waits: answer it, in the reader at its thread; keep it in the class's sight. */
export function QuestionActs({ courseId, question }: { courseId: string; question: OpenQuestion }) {
  const t = useTranslations("insight.questions");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const refusal = useRefusal();
  const pin = useMutation(
    trpc.comment.pin.mutationOptions({
      onSettled: () => queries.invalidateQueries(trpc.insight.questions.pathFilter()),
      onError: (error) => toast.error(refusal(error)),
    }),
  );
  const pinned = pin.isPending ? pin.variables.on : question.pinned;
  return (
    <span className="q-acts">
      <Link className="link" prefetch={false} href={threadPath(courseId, question)} data-answer>
        {t("answer")}
        <span className="vh"> {t("of", { name: question.author.name })}</span>
      </Link>
      <button
        type="button"
        className="link"
        aria-disabled={pin.isPending}
        onClick={() => {
          if (!pin.isPending) pin.mutate({ courseId, id: question.threadId, on: !pinned });
        }}
      >
        {t(pinned ? "unpin" : "pin")}
        <span className="vh"> {t("of", { name: question.author.name })}</span>
      </button>
    </span>
  );
}
