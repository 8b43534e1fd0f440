"use client";

import { useEffect, useState } from "react";
import { draftNow, onAnyDraft, recallDrafts } from "@/components/device/drafts";
import { readDraft } from "@/components/grading/desk/desk-draft";

/** By student, the version of the grade that what is kept was begun on. */
export type KeptVersions = ReadonlyMap<string, number>;

const empty: KeptVersions = new Map();

/** For whom this device keeps an unsaved grade under keys that begin with `prefix`. */
export function useDraftStudents(prefix: string, students: readonly { id: string }[]): KeptVersions {
  const [kept, setKept] = useState(empty);
  const list = students.map((student) => student.id).join(" ");
  useEffect(() => {
    const look = () => {
      const found = new Map(
        list.split(" ").flatMap((id) => {
          const draft = readDraft(draftNow(prefix + id)?.text ?? "");
          return draft ? [[id, draft.version] as const] : [];
        }),
      );
      setKept((before) =>
        found.size === before.size && [...found].every(([id, version]) => before.get(id) === version)
          ? before
          : found,
      );
    };
    look();
    recallDrafts(prefix).then(look);
    return onAnyDraft(look);
  }, [prefix, list]);
  return kept;
}
