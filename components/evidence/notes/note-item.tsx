"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Prose } from "@/components/prose/prose";
import { Confirm } from "@/components/ui/confirm";
import { Moment } from "@/components/ui/moment";
import { VoiceName } from "@/components/voice/voice-name";
import type { NoteView } from "@/domain/prompt/evidence";
import { NoteEditForm } from "./note-edit-form";

interface NoteItemProps {
  courseId: string;
  meId: string;
  timeZone: string;
  note: NoteView;
  onEdited: (note: NoteView) => void;
  onDelete: () => void;
}

/** One word in a thread; of a deleted one its place stays, so that what answers it keeps its sense. */
export function NoteItem({ courseId, meId, timeZone, note, onEdited, onDelete }: NoteItemProps) {
  const t = useTranslations("note");
  const [editing, setEditing] = useState(false);
  if (note.deleted) return <li className="ev-note soft">{t("deleted")}</li>;
  return (
    <li className="ev-note">
      <p className="ev-note-h">
        <VoiceName voice={note.author} />
        {note.mine && <span className="soft">({t("you")})</span>}
        <Moment at={note.createdAt} timeZone={timeZone} show="short" />
        {note.editedAt && <span className="soft">{t("edited")}</span>}
      </p>
      {editing ? (
        <NoteEditForm
          courseId={courseId}
          meId={meId}
          note={note}
          onDone={(saved) => {
            setEditing(false);
            if (saved) onEdited(saved);
          }}
        />
      ) : (
        <>
          <Prose text={note.body} citations={note.citations} courseId={courseId} />
          {(note.can.edit || note.can.delete) && (
            <p className="ev-note-acts">
              {note.can.edit && (
                <button type="button" onClick={() => setEditing(true)}>
                  {t("edit")}
                </button>
              )}
              {note.can.delete && (
                <Confirm
                  title={t("deleteTitle")}
                  description={t("deleteWhy")}
                  action={t("delete")}
                  danger
                  onConfirm={onDelete}
                  trigger={<button type="button">{t("delete")}</button>}
                />
              )}
            </p>
          )}
        </>
      )}
    </li>
  );
}
