"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDesk } from "@/components/reading/desk-state";
import type { Place } from "@/components/reading/reader-types";
import { useDraft } from "@/components/trpc/use-draft";
import { type Audience, audiences, type Signal } from "@/domain/comment/comment";
import { SignalPicker } from "./signal-picker";
import { useCommentWrites } from "./use-comment-writes";
import { useSending } from "./use-sending";
import { WritingBox } from "./writing-box";

interface NewCommentProps {
  place: Place;
  top: number | undefined;
  inSheet: boolean;
}

const audienceOf = (value: string): Audience => audiences.find((candidate) => candidate === value) ?? "group";

/** A comment being written, at the height of what it is about. */
export function NewComment({ place, top, inSheet }: NewCommentProps) {
  const t = useTranslations("comment");
  const { page, me, staff, write, hold } = useDesk();
  const { post, posting } = useCommentWrites();
  const sending = useSending();
  const key = [me.id, "comment", page.id, place.paragraphId, place.passage?.start, place.passage?.end].join(
    ".",
  );
  const [text, setText, draft] = useDraft(key);
  const [signal, setSignal] = useState<Signal | null>(null);
  const [audience, setAudience] = useState<Audience>("group");
  const { groups, ownGroupId } = page.discussion;
  const [groupId, setGroupId] = useState(ownGroupId ?? groups[0]?.id ?? null);
  const [problem, setProblem] = useState<string | null>(null);
  const send = () => {
    const id = draft.id();
    setProblem(null);
    sending(post({ id, readingId: page.id, ...place, signal, audience, body: text, groupId }), {
      done: draft.clear,
      doneHere: () => {
        write(null);
        hold(id);
        // The box that had the focus is gone: what was written takes it.
        requestAnimationFrame(() => document.getElementById(`t-${id}`)?.focus({ preventScroll: true }));
      },
      failedHere: setProblem,
    });
  };
  // Its words stand in the margin as a comment already; they come back here when it is refused.
  if (posting) return null;
  return (
    <section
      className={`th held own-new ${inSheet ? "in-sheet" : ""}`}
      id="t-new"
      aria-label={t("new")}
      style={{ top, visibility: top === undefined ? "hidden" : undefined }}
    >
      {place.passage && <blockquote className="quote">{place.passage.quote}</blockquote>}
      <WritingBox
        label={t("yourComment")}
        submit={t("post")}
        text={text}
        onText={setText}
        onSubmit={send}
        keptAt={draft.keptAt}
        problem={problem}
        // What has not been placed yet is hidden, and the hidden takes no focus.
        autoFocus={top !== undefined}
        fields={
          <div className="wfields">
            <SignalPicker value={signal} onChange={setSignal} />
            <label>
              <span className="vh">{t("audience")}</span>
              <select
                className="input small"
                value={audience}
                onChange={(event) => setAudience(audienceOf(event.target.value))}
              >
                {audiences.map((value) => (
                  <option key={value} value={value}>
                    {t(`audiences.${value}`)}
                  </option>
                ))}
              </select>
            </label>
            {staff && groups.length > 0 && audience === "group" && (
              <label>
                <span className="vh">{t("toGroup")}</span>
                <select
                  className="input small"
                  value={groupId ?? ""}
                  onChange={(event) => setGroupId(event.target.value)}
                >
                  {groups.map((group) => (
                    <option key={group.id} value={group.id}>
                      {group.name}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
        }
        acts={
          <button type="button" className="btn bare" onClick={() => write(null)}>
            {t("cancel")}
          </button>
        }
      />
    </section>
  );
}
