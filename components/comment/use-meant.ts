"use client";

import { useCallback, useState } from "react";
import { z } from "zod";
import { draftNow, keepDraft, meantKey } from "@/components/device/drafts";
import { audiences, signals } from "@/domain/comment/comment";

const meaning = z.object({
  signal: z.enum(signals).nullable(),
  audience: z.enum(audiences),
  groupId: z.uuid().nullable(),
});
type Meaning = z.infer<typeof meaning>;

function keptUnder(key: string): Meaning | null {
  try {
    return meaning.safeParse(JSON.parse(draftNow(meantKey(key))?.text ?? "null")).data ?? null;
  } catch {
    return null;
  }
}

/** For whom a draft is and as what, kept with its words: taken up again it is meant for the same eyes. */
export function useMeant(
  key: string,
  initial: Meaning,
): [meant: Meaning, change: (part: Partial<Meaning>) => void, forget: () => void] {
  const [meant, setMeant] = useState<Meaning>(() => keptUnder(key) ?? initial);
  const change = useCallback(
    (part: Partial<Meaning>) => {
      const next = { ...meant, ...part };
      setMeant(next);
      keepDraft(meantKey(key), JSON.stringify(next));
    },
    [key, meant],
  );
  const forget = useCallback(() => {
    keepDraft(meantKey(key), null);
  }, [key]);
  return [meant, change, forget];
}
