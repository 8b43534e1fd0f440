"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDraft } from "@/components/device/use-draft";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { MAX_NOTE, type NoteSubject, type NoteView } from "@/domain/prompt/evidence";
import { optionalText } from "@/domain/text";
import { NoteForm } from "./note-form";
import { NoteItem } from "./note-item";
import "./notes.css";

const tidy = optionalText(MAX_NOTE);

interface NoteThreadProps {
  courseId: string;
  meId: string;
  timeZone: string;
  on: NoteSubject;
  canPost: boolean;
  /** How many stand in it after somebody wrote or deleted one. */
  onCount?: (count: number) => void;
  /** It was asked for just now: the focus goes where one writes. */
  autoFocus?: boolean;
}

/** What is said about a piece of evidence, or a difference between two uses of a term, oldest first. */
export function NoteThread(props: NoteThreadProps) {
  const { courseId, meId, timeZone, on, canPost, onCount, autoFocus } = props;
  const t = useTranslations("note");
  const trpc = useTRPC();
  const client = useQueryClient();
  const sentence = useRefusal();
  const query = trpc.note.list.queryOptions({ courseId, on });
  const { data, error, refetch } = useQuery(query);
  const [text, setText, draft] = useDraft(`${meId}.note.${on.id}`);
  const put = (note: NoteView) =>
    client.setQueryData(query.queryKey, (notes = []) => {
      const isKnown = notes.some((each) => each.id === note.id);
      const next = isKnown ? notes.map((each) => (each.id === note.id ? note : each)) : [...notes, note];
      onCount?.(next.filter((each) => !each.deleted).length);
      return next;
    });
  const posting = useMutation(
    trpc.note.post.mutationOptions({
      onSuccess: (note, { note: sent }) => {
        // An earlier try had arrived and only its answer was lost: what was written since stays, as something new.
        const isSame = tidy.parse(sent.body) === note.body;
        draft.clear(isSame ? sent.body : note.body);
        put(note);
      },
    }),
  );
  const deleting = useMutation(trpc.note.delete.mutationOptions({ onSuccess: put }));
  const trouble = deleting.error ?? (data ? null : error);

  return (
    <section className="ev-thread" aria-label={t("thread")}>
      {trouble && (
        <p className="err" role="alert">
          {sentence(trouble)}
          {!data && (
            <button type="button" className="btn bare" onClick={() => refetch()}>
              {t("again")}
            </button>
          )}
        </p>
      )}
      {!data && !error && <p role="status">{t("loading")}</p>}
      {data && data.length > 0 && (
        <ol>
          {data.map((note) => (
            <NoteItem
              key={note.id}
              courseId={courseId}
              meId={meId}
              timeZone={timeZone}
              note={note}
              onEdited={put}
              onDelete={() => deleting.mutate({ courseId, id: note.id })}
            />
          ))}
        </ol>
      )}
      {data && canPost && (
        <NoteForm
          courseId={courseId}
          label={t("label")}
          submit={t("post")}
          text={text}
          onText={setText}
          draft={draft}
          canSend={!posting.isPending}
          error={posting.error ? sentence(posting.error) : null}
          onSend={() => posting.mutate({ courseId, note: { id: draft.id(), on, body: text } })}
          autoFocus={autoFocus}
        />
      )}
    </section>
  );
}
