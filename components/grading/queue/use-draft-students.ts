"use client";

import { useEffect, useState } from "react";
import { draftNow, onAnyDraft, recallDrafts } from "@/components/device/drafts";
import { readDraft } from "@/components/grading/desk/desk-draft";
import { type KeptGrades, keptGrades } from "./kept-grades";

const empty: KeptGrades = new Map();

/** For whom this device keeps an unsaved grade under keys that begin with `prefix`. */
export function useDraftStudents(
  prefix: string,
  students: readonly { id: string; formerId: string | null }[],
): KeptGrades {
  const [kept, setKept] = useState(empty);
  const list = JSON.stringify(students.map(({ id, formerId }) => ({ id, formerId })));
  useEffect(() => {
    const versionAt = (id: string) => readDraft(draftNow(prefix + id)?.text ?? "")?.version ?? null;
    const look = () => {
      const found = keptGrades(JSON.parse(list), versionAt);
      const isSame = (before: KeptGrades) =>
        found.size === before.size &&
        [...found].every(([id, { version, under }]) => {
          const was = before.get(id);
          return was?.version === version && was.under === under;
        });
      setKept((before) => (isSame(before) ? before : found));
    };
    look();
    recallDrafts(prefix).then(look);
    return onAnyDraft(look);
  }, [prefix, list]);
  return kept;
}
