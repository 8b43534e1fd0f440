"use client";

import { useTranslations } from "next-intl";
import { useDraft } from "@/components/device/use-draft";
import { useDesk } from "@/components/reading/desk-state";
import { positionOf } from "@/components/reading/dom-range";
import type { Place } from "@/components/reading/reader-types";
import { AudienceFields } from "./audience-fields";
import { commentDraftKey } from "./draft-keys";
import { forgetGivenBack, type GivenBack, useGivenBack } from "./given-back";
import { PassageQuote } from "./passage-quote";
import { SignalPicker } from "./signal-picker";
import { useMeant } from "./use-meant";
import { useWrites } from "./use-writes";
import { WritingBox } from "./writing-box";

interface NewCommentProps {
  place: Place;
  /** Where it stands in the margin; undefined until it has been measured. */
  top: number | undefined;
  /** Stands in the sheet of a narrow screen. */
  inSheet?: boolean;
}

/** A comment being written, at the height of what it is about. */
export function NewComment({ place, top, inSheet = false }: NewCommentProps) {
  const t = useTranslations("comment");
  const { me, page } = useDesk();
  const draftKey = commentDraftKey(me.id, page.id, place);
  const given = useGivenBack(draftKey);
  const isPlaced = inSheet || top !== undefined;
  return (
    <section
      className={inSheet ? "th held own-new in-sheet" : "th held own-new"}
      id="t-new"
      aria-label={t("new")}
      style={inSheet ? undefined : { top, visibility: isPlaced ? undefined : "hidden" }}
    >
      <PassageQuote place={place} />
      <Form
        key={given?.times ?? 0}
        {...{ place, draftKey, given, inSheet }}
        // What has not been placed yet is hidden, and the hidden takes no focus.
        isPlaced={isPlaced}
      />
    </section>
  );
}

interface FormProps {
  place: Place;
  draftKey: string;
  given: GivenBack | null;
  inSheet: boolean;
  isPlaced: boolean;
}

function Form({ place, draftKey, given, inSheet, isPlaced }: FormProps) {
  const t = useTranslations("comment");
  const { page, writing, write, hold, openParagraph, announce } = useDesk();
  const { post } = useWrites();
  const { groups, ownGroupId } = page.discussion;
  const [text, setText, draft] = useDraft(draftKey);
  const [meant, setMeant, forgetMeant] = useMeant(draftKey, {
    signal: given ? given.signal : (writing?.signal ?? null),
    audience: given?.audience ?? "group",
    groupId: given?.groupId ?? ownGroupId ?? groups[0]?.id ?? null,
  });
  const { signal, audience, groupId } = meant;

  const leave = () => {
    if (text.trim() === "") forgetMeant();
    forgetGivenBack(draftKey);
    write(null);
  };
  const send = async () => {
    const id = draft.id();
    const { paragraphId, passage, spans } = place;
    const at = { paragraphId, passage, ...(spans?.length && { spans }) };
    await post({ id, readingId: page.id, ...at, signal, audience, body: text, groupId });
    draft.clear(text);
    forgetMeant();
    announce(t("posted"));
    leave();
    if (inSheet) openParagraph(positionOf(paragraphId));
    // The box that had the focus is gone: what was written takes it.
    hold(id, { focus: true });
  };
  return (
    <WritingBox
      label={t("yourComment")}
      submit={t("post")}
      text={text}
      onText={setText}
      onSubmit={send}
      draft={draft}
      autoFocus={isPlaced}
      fields={
        <div className="wfields">
          <SignalPicker value={signal} onChange={(next) => setMeant({ signal: next })} />
          <AudienceFields
            {...{ audience, groupId }}
            onAudience={(next) => setMeant({ audience: next })}
            onGroup={(next) => setMeant({ groupId: next })}
          />
        </div>
      }
      acts={
        <>
          <button type="button" className="btn bare" onClick={leave}>
            {t(text.trim() === "" ? "cancel" : "later")}
          </button>
          {text.trim() !== "" && (
            <button
              type="button"
              className="btn bare"
              onClick={() => {
                draft.clear();
                forgetMeant();
                leave();
              }}
            >
              {t("discard")}
            </button>
          )}
        </>
      }
    />
  );
}
