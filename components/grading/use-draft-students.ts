"use client";

import { useEffect, useState } from "react";
import { draftNow, onAnyDraft, recallDrafts } from "@/components/device/drafts";

const empty: ReadonlySet<string> = new Set();

/** Those for whom this device keeps an unsaved grade under keys that begin with `prefix`. */
export function useDraftStudents(prefix: string, students: readonly { id: string }[]): ReadonlySet<string> {
  const [kept, setKept] = useState(empty);
  const list = students.map((student) => student.id).join(" ");
  useEffect(() => {
    const look = () => {
      const ids = list.split(" ").filter((id) => id !== "" && draftNow(prefix + id)?.text);
      setKept((before) =>
        ids.length === before.size && ids.every((id) => before.has(id)) ? before : new Set(ids),
      );
    };
    look();
    recallDrafts(prefix).then(look);
    return onAnyDraft(look);
  }, [prefix, list]);
  return kept;
}
