"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight, CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";
import { VoiceName } from "@/components/voice/voice-name";
import { countWords } from "@/domain/prompt/citation";
import { type Requirements, standingOf } from "@/domain/prompt/requirements";
import { PositionName } from "./position-name";
import { Reply } from "./reply";
import { ReplyForm } from "./reply-form";
import type { PositionView, ResponseView } from "./shapes";
import type { Posted } from "./use-class";
import { When } from "./when";

interface OpenResponseProps {
  courseId: string;
  meId: string;
  timeZone: string;
  posted: Posted;
  positions: PositionView[];
  asks: Requirements;
  /** Staff, and its author, see what it lacks. */
  showsMissing: boolean;
  previous: (() => void) | null;
  next: (() => void) | null;
  onReplied: (reply: ResponseView) => void;
  onDeleted: (id: string) => void;
}

/** How many of the things asked for an answer lacks; only marks that lead somewhere count. */
const missingFrom = ({ body, citations }: ResponseView, asks: Requirements) =>
  standingOf(body, asks, (mark) =>
    citations.some((chip) => chip.reading === mark.reading && chip.paragraph === mark.paragraph),
  ).missing;

/** One answer in full, what was replied, and a place to reply. */
export function OpenResponse(props: OpenResponseProps) {
  const { courseId, timeZone, posted } = props;
  const { response, replies } = posted;
  const t = useTranslations("response");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const position = props.positions.find((each) => each.id === response.positionId);
  const missing = props.showsMissing ? missingFrom(response, props.asks) : 0;
  const deleting = useMutation(
    trpc.response.delete.mutationOptions({ onSuccess: (_, { id }) => props.onDeleted(id) }),
  );
  const remove = (id: string) => deleting.mutate({ courseId, id });

  return (
    <section className="open-r" id="open" aria-labelledby="open-title">
      <header>
        <p className="ip">
          <VoiceName voice={response.author} as="span" />
          <span className="end">
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
          </span>
        </p>
        <h2 id="open-title">{position ? <PositionName position={position} /> : t("noPosition")}</h2>
        <p className="dim">
          <When at={response.submittedAt ?? response.createdAt} timeZone={timeZone} />
          {response.editedAt && (
            <>
              {", "}
              {t("changed")} <When at={response.editedAt} timeZone={timeZone} />
            </>
          )}
          {", "}
          {t("versionAndWords", { version: response.version, count: countWords(response.body) })}
          {missing > 0 && (
            <>
              {". "}
              <span className="red">{t("postedMissing", { count: missing })}</span>
            </>
          )}
        </p>
      </header>
      <div className="scr">
        <div className="src txt">
          <Prose text={response.body} citations={response.citations} courseId={courseId} />
        </div>
        {replies.map((reply) => (
          <Reply
            key={reply.id}
            courseId={courseId}
            timeZone={timeZone}
            reply={reply}
            onDelete={() => remove(reply.id)}
          />
        ))}
        {deleting.error && (
          <p className="err" role="alert">
            <CircleAlert className="i" aria-hidden="true" />
            {sentence(deleting.error)}
          </p>
        )}
        {response.can.reply ? (
          <ReplyForm
            key={response.id}
            courseId={courseId}
            meId={props.meId}
            parent={response}
            onReplied={props.onReplied}
          />
        ) : (
          <p className="fine">{t("noReplying")}</p>
        )}
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
    </section>
  );
}
