"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";
import type { Posted } from "./class-order";
import { OpenResponseHead } from "./open-response-head";
import { OpenableProse } from "./openable-prose";
import { PassagesButton } from "./passages-button";
import { proseParts } from "./prose-parts";
import { Reply } from "./reply";
import { ReplyActs } from "./reply-acts";
import { ReplyForm } from "./reply-form";
import type { PositionView } from "./shapes";
import { type Me, useReply } from "./use-reply";
import type { Responses } from "./use-responses";

interface OpenResponseProps {
  courseId: string;
  timeZone: string;
  me: Me;
  posted: Posted;
  positions: PositionView[];
  isStaff: boolean;
  responses: Responses;
  /** The address named it: it takes the focus once. */
  wanted: boolean;
  previous: (() => void) | null;
  next: (() => void) | null;
}

const TITLE = "open-title";

/** One answer in full, what was replied, and a place to reply. */
export function OpenResponse(props: OpenResponseProps) {
  const { courseId, timeZone, me, posted, responses, isStaff, wanted } = props;
  const { response, replies } = posted;
  const t = useTranslations("response");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const [passages, setPassages] = useState(false);
  const parts = useMemo(() => proseParts(response.body, response.citations), [response]);
  const reply = useReply({ courseId, me, parent: response, responses });
  const position = props.positions.find((each) => each.id === response.positionId);
  const deleting = useMutation(
    trpc.response.delete.mutationOptions({ onSuccess: (_, { id }) => responses.drop(id) }),
  );
  const remove = (id: string) => deleting.mutate({ courseId, id });

  useEffect(() => {
    if (!wanted) return;
    const title = document.getElementById(TITLE);
    title?.focus({ preventScroll: true });
    // On a narrow screen it stands below the list; else its row goes along.
    if (window.innerWidth <= 860) title?.closest("section")?.scrollIntoView();
    else document.getElementById(`row-${response.id}`)?.scrollIntoView({ block: "nearest" });
  }, [wanted, response.id]);

  return (
    <section className="open-r" id="open" aria-labelledby={TITLE} data-response={response.id}>
      <OpenResponseHead
        courseId={courseId}
        timeZone={timeZone}
        titleId={TITLE}
        response={response}
        position={position ?? null}
        positions={props.positions}
        showsHistory={isStaff || response.mine}
      >
        <button
          className="iconb"
          type="button"
          aria-label={t("previous")}
          disabled={!props.previous}
          onClick={() => props.previous?.()}
        >
          <ChevronLeft className="i" aria-hidden="true" />
        </button>
        <button
          className="iconb"
          type="button"
          aria-label={t("next")}
          disabled={!props.next}
          onClick={() => props.next?.()}
        >
          <ChevronRight className="i" aria-hidden="true" />
        </button>
      </OpenResponseHead>
      <div className="scr">
        <OpenableProse parts={parts} courseId={courseId} all={passages} />
        {replies.map((each) => (
          <Reply
            key={each.id}
            courseId={courseId}
            timeZone={timeZone}
            reply={each}
            pending={reply.sending === each.id}
            onDelete={() => remove(each.id)}
          />
        ))}
        {deleting.error && (
          <p className="err" role="alert">
            <CircleAlert className="i" aria-hidden="true" />
            {sentence(deleting.error)}
          </p>
        )}
        <ReplyForm courseId={courseId} to={response.author.name} reply={reply} />
        {!response.can.reply && <p className="fine">{t(response.mine ? "ownReplying" : "noReplying")}</p>}
        {response.can.delete && !response.mine && (
          <Confirm
            title={t("deleteTitle")}
            description={t("deleteAnswer", { name: response.author.name })}
            action={t("delete")}
            danger
            onConfirm={() => remove(response.id)}
            trigger={
              <button className="btn bare" type="button">
                {t("deleteThis")}
              </button>
            }
          />
        )}
      </div>
      <footer>
        {response.can.reply && <ReplyActs of={response.id} to={response.author.name} reply={reply} />}
        {response.citations.length > 0 && (
          <PassagesButton of={response.id} open={passages} onToggle={() => setPassages(!passages)} />
        )}
      </footer>
    </section>
  );
}
