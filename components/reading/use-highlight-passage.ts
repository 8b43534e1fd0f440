"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useWrites } from "@/components/comment/use-writes";
import { newId } from "@/components/trpc/new-id";
import { useDesk } from "./desk-state";
import type { Place } from "./reader-types";

/** Marks a passage for oneself, without words. */
export function useHighlightPassage(): (place: Place) => void {
  const t = useTranslations("reader");
  const { page, announce } = useDesk();
  const { post } = useWrites();
  return useCallback(
    (place) => {
      if (!place.passage) return;
      const kind = { signal: null, audience: "private", body: "" } as const;
      post({ id: newId(), readingId: page.id, ...place, ...kind });
      announce(t("highlighted"));
    },
    [announce, page.id, post, t],
  );
}
