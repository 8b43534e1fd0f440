"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import type { NoteView } from "@/domain/prompt/evidence";
import { NoteForm } from "./note-form";

interface NoteEditFormProps {
  courseId: string;
  meId: string;
  note: NoteView;
  /** Without a note where it was put away. */
  onDone: (saved: NoteView | null) => void;
}

/** Changes a note. Where it was changed elsewhere meanwhile, both texts show until the person says which stays. */
export function NoteEditForm({ courseId, meId, note, onDone }: NoteEditFormProps) {
  const t = useTranslations("note");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const [text, setText, draft] = useDraft(`${meId}.note-edit.${note.id}`, note.body);
  const [base, setBase] = useState(note.version);
  const [newer, setNewer] = useState<{ version: number; text: string } | null>(null);
  const saving = useMutation(
    trpc.note.edit.mutationOptions({
      onSuccess: (saved) => {
        draft.clear();
        onDone(saved);
      },
      onError: (error) => {
        const refusal = refusalIn(error);
        if (refusal?.code === "stale") setNewer(refusal.current);
      },
    }),
  );
  const settle = (body: string | null) => {
    if (!newer) return;
    setBase(newer.version);
    if (body !== null) setText(body);
    setNewer(null);
    saving.reset();
  };
  return (
    <NoteForm
      courseId={courseId}
      label={t("editLabel")}
      submit={t("save")}
      text={text}
      onText={setText}
      draft={draft}
      canSend={!saving.isPending && newer === null}
      error={saving.error && !newer ? sentence(saving.error) : null}
      onSend={() => saving.mutate({ courseId, note: { id: note.id, version: base, body: text } })}
      onCancel={() => onDone(null)}
      autoFocus
    >
      {newer && (
        <div className="ev-newer" role="alert">
          <b>{t("newer")}</b>
          <p dir="auto">{newer.text}</p>
          <p className="ev-acts">
            <button type="button" className="btn" onClick={() => settle(null)}>
              {t("keepMine")}
            </button>
            <button type="button" className="btn bare" onClick={() => settle(newer.text)}>
              {t("takeTheirs")}
            </button>
          </p>
        </div>
      )}
    </NoteForm>
  );
}
