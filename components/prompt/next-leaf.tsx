"use client";

import { useTranslations } from "next-intl";
import { useId, useMemo, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { VoiceName } from "@/components/voice/voice-name";
import { countWords } from "@/domain/prompt/citation";
import { OpenableProse } from "./openable-prose";
import { PassagesButton } from "./passages-button";
import { PositionName } from "./position-name";
import { beginning, proseParts } from "./prose-parts";
import { Reply } from "./reply";
import { ReplyActs } from "./reply-acts";
import { ReplyCounts } from "./reply-counts";
import { ReplyForm } from "./reply-form";
import type { Handed, PositionView, ResponseView } from "./shapes";
import { type Me, useReply } from "./use-reply";
import type { Responses } from "./use-responses";
import { When } from "./when";

interface NextLeafProps {
  courseId: string;
  timeZone: string;
  me: Me;
  handed: Handed;
  positions: PositionView[];
  responses: Responses;
  isUnread: boolean;
  onReplied: () => void;
}

/** As much of an answer as is read at a glance; the rest on asking. Words. */
const GLANCE = 220;

/** One answer to read: its citations open in place, and it is answered where it stands. */
export function NextLeaf(props: NextLeafProps) {
  const { courseId, timeZone, me, handed, positions, responses, isUnread } = props;
  const { response, why } = handed;
  const t = useTranslations("response");
  const tNext = useTranslations("prompt.next");
  const id = useId();
  const reply = useReply({ courseId, me, parent: response, responses, onReplied: props.onReplied });
  const [whole, setWhole] = useState(false);
  const [passages, setPassages] = useState(false);
  const position = positions.find((each) => each.id === response.positionId);
  const parts = useMemo(() => proseParts(response.body, response.citations), [response]);
  const shown = whole ? parts : beginning(parts, GLANCE);
  const own = responses.responses.filter((each) => each.mine && each.parentId === response.id);
  const known = responses.responses.filter((each) => each.parentId === response.id);
  const name = response.author.name;

  return (
    <article className="leaf" data-response={response.id} aria-labelledby={id} tabIndex={-1}>
      <header>
        <Avatar name={name} />
        <div>
          <h3 id={id}>
            <VoiceName voice={response.author} as="span" />
            {isUnread && (
              <>
                <i className="sq" aria-hidden="true" /> <span className="vh">{t("unread")}</span>
              </>
            )}
          </h3>
          <p>
            {position ? (
              <>
                {t("for")} <PositionName position={position} />
              </>
            ) : (
              t("noPosition")
            )}
            {why.unlike && <>, {tNext("unlike")}</>}
          </p>
        </div>
        <When at={response.submittedAt ?? response.createdAt} timeZone={timeZone} />
      </header>
      <OpenableProse parts={shown} courseId={courseId} all={passages} />
      {own.map((each) => (
        <Reply
          key={each.id}
          courseId={courseId}
          timeZone={timeZone}
          reply={each}
          pending={reply.sending === each.id}
        />
      ))}
      <ReplyForm courseId={courseId} to={name} reply={reply} />
      <footer>
        <ReplyActs of={response.id} to={name} reply={reply} disabled={!response.can.reply} />
        {shown.length < parts.length && (
          <button type="button" className="btn bare" onClick={() => setWhole(true)}>
            {t("allWords", { count: countWords(response.body) })}
          </button>
        )}
        {response.citations.length > 0 && (
          <PassagesButton of={response.id} open={passages} onToggle={() => setPassages(!passages)} />
        )}
        <ReplyCounts
          relations={relationsOf(known, response)}
          total={Math.max(known.length, response.replies)}
        />
      </footer>
    </article>
  );
}

/** The kinds of the replies that are known one by one. */
const relationsOf = (known: readonly ResponseView[], { replies }: ResponseView) =>
  known.length >= replies ? known.map((each) => each.relation) : [];
