"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";

/** Begins the next version of a published text; the page then shows its draft. */
export function ReviseButton({ courseId, sourceId }: { courseId: string; sourceId: string }) {
  const t = useTranslations("source.published");
  const trpc = useTRPC();
  const router = useRouter();
  const sentence = useRefusal();
  const begun = useRef(false);
  const revising = useMutation(
    trpc.source.revise.mutationOptions({
      onSuccess: () => {
        begun.current = true;
        router.refresh();
      },
    }),
  );

  // The button goes with the page it stood on: who pressed it goes on in the draft.
  useEffect(
    () => () => {
      const page = begun.current ? document.getElementById("main") : null;
      if (!page) return;
      page.tabIndex = -1;
      page.focus();
    },
    [],
  );

  return (
    <>
      <p className="pb">
        <button
          type="button"
          className="btn l"
          disabled={revising.isPending}
          aria-busy={revising.isPending}
          onClick={() => revising.mutate({ courseId, id: sourceId })}
        >
          {t("revise")}
        </button>
      </p>
      <p className="fine">{t("reviseHelp")}</p>
      {revising.error && (
        <p className="err" role="alert">
          {sentence(revising.error)}
        </p>
      )}
    </>
  );
}
