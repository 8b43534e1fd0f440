"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { isFoundIn } from "@/components/grading/work/found";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";

interface Props {
  courseId: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What is selected in the field that was written in; it can be kept. */
  selection: string;
  onInsert: (words: string) => void;
}

/** Words one says again and again: type to find them, Enter puts them where the cursor was. */
export function PhrasesDialog({ courseId, open, onOpenChange, selection, onInsert }: Props) {
  const t = useTranslations("grade.phrases");
  const trpc = useTRPC();
  const client = useQueryClient();
  const refusal = useRefusal();
  const listId = useId();
  const query = trpc.phrase.list.queryOptions({ courseId }, { enabled: open });
  const { data: phrases = [], isPending, error: unread } = useQuery(query);
  const again = { onSettled: () => client.invalidateQueries({ queryKey: query.queryKey }) };
  const keep = useMutation(trpc.phrase.keep.mutationOptions(again));
  const share = useMutation(trpc.phrase.share.mutationOptions(again));
  const forget = useMutation(trpc.phrase.delete.mutationOptions(again));
  const used = useMutation(trpc.phrase.use.mutationOptions());
  const [wanted, setWanted] = useState("");
  const [at, setAt] = useState(0);
  const found = phrases.filter((phrase) => isFoundIn(phrase.body, wanted));
  const active = found[Math.min(at, found.length - 1)];
  const error = unread ?? keep.error ?? share.error ?? forget.error;

  const insert = (phrase: { id: string; body: string } | undefined) => {
    if (!phrase) return;
    used.mutate({ courseId, id: phrase.id });
    onOpenChange(false);
    setWanted("");
    onInsert(phrase.body);
  };
  const follow = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) insert(active);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t("title")} open={open} onOpenChange={onOpenChange}>
      <div className="phrases">
        <input
          className="input"
          role="combobox"
          aria-label={t("find")}
          aria-expanded={found.length > 0}
          aria-controls={listId}
          aria-activedescendant={active ? `${listId}-${active.id}` : undefined}
          autoComplete="off"
          placeholder={t("find")}
          value={wanted}
          onChange={(event) => {
            setWanted(event.target.value);
            setAt(0);
          }}
          onKeyDown={follow}
        />
        <div className="phrase-list" id={listId} role="listbox" aria-label={t("title")}>
          {found.map((phrase) => (
            <div
              key={phrase.id}
              id={`${listId}-${phrase.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={phrase === active}
              dir="auto"
              onPointerDown={(event) => {
                event.preventDefault();
                insert(phrase);
              }}
            >
              {phrase.body}
              {!phrase.mine && <span className="faint"> {t("of", { name: phrase.author })}</span>}
            </div>
          ))}
        </div>
        {!isPending && phrases.length === 0 && <p className="soft">{t("none")}</p>}
        {phrases.length > 0 && found.length === 0 && <p className="soft">{t("noneFound")}</p>}
        {error && (
          <p className="err" role="alert">
            {refusal(error)}
          </p>
        )}
        {active?.mine && (
          <p className="row-acts">
            <button
              className="btn bare"
              type="button"
              aria-pressed={active.shared}
              onClick={() => share.mutate({ courseId, id: active.id, shared: !active.shared })}
            >
              {t(active.shared ? "unshare" : "share")}
            </button>
            <button
              className="btn bare"
              type="button"
              onClick={() => forget.mutate({ courseId, id: active.id })}
            >
              {t("forget")}
            </button>
          </p>
        )}
        {selection !== "" && (
          <div className="keep-words">
            <p className="faint">{t("selected")}</p>
            <p className="src" dir="auto">
              {selection}
            </p>
            <button
              className="btn"
              type="button"
              disabled={keep.isPending || phrases.some((phrase) => phrase.body === selection)}
              onClick={() => keep.mutate({ courseId, id: newId(), body: selection })}
            >
              {t("keep")}
            </button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
