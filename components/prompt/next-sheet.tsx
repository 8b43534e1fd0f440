"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Blank } from "@/components/ui/blank";
import { HiddenNote } from "./hidden-note";
import { NextLeaf } from "./next-leaf";
import type { PositionView, PromptPage } from "./shapes";
import type { useReadNext } from "./use-read-next";
import type { Me } from "./use-reply";
import type { Responses } from "./use-responses";

interface NextSheetProps {
  courseId: string;
  timeZone: string;
  me: Me;
  page: PromptPage;
  positions: PositionView[];
  responses: Responses;
  next: ReturnType<typeof useReadNext>;
  isUnread: (id: string) => boolean;
}

/** The second tab: answers that stand elsewhere than one's own, chosen so that nobody goes unanswered. */
export function NextSheet({
  courseId,
  timeZone,
  me,
  page,
  positions,
  responses,
  next,
  isUnread,
}: NextSheetProps) {
  const t = useTranslations("prompt.next");
  const table = next.table ?? [];
  const open = table.filter(
    ({ response }) => !responses.responses.some((each) => each.mine && each.parentId === response.id),
  );
  const waiting = table.filter(({ why }) => why.unanswered).map(({ response }) => response.author.name);

  return (
    <section className="next" id="next" aria-labelledby="next-title">
      <header className="nx-h">
        <h2 id="next-title">{t("title")}</h2>
        {table.length > 0 && (
          <p>
            {t(table.some(({ why }) => why.unlike) ? "elsewhere" : "chosen", { count: table.length })}{" "}
            <span className="dim">
              {waiting.length > 0 ? t("noReplyYet", { names: waiting.join(", ") }) : t("balance")}
            </span>
          </p>
        )}
        {table.length > 0 && (
          <button
            type="button"
            className={open.length === 0 ? "btn" : "btn bare"}
            disabled={next.pending}
            onClick={() =>
              void (open.length === 0 ? next.more() : next.others(open.map(({ response }) => response.id)))
            }
          >
            {t(open.length === 0 ? "more" : "others")}
          </button>
        )}
      </header>
      {next.noOther && (
        <p className="fine whole" role="status">
          {t("noOther")}
        </p>
      )}
      {next.failure && table.length > 0 && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {next.failure}
        </p>
      )}
      {page.hidden ? (
        <HiddenNote page={page} timeZone={timeZone} />
      ) : table.length > 0 ? (
        table.map((handed) => (
          <NextLeaf
            key={handed.response.id}
            courseId={courseId}
            timeZone={timeZone}
            me={me}
            handed={handed}
            positions={positions}
            responses={responses}
            isUnread={isUnread(handed.response.id)}
            onReplied={responses.refresh}
          />
        ))
      ) : next.filled ? (
        <Blank title={t("allRead")}>
          <p>{t("allReadHelp")}</p>
          <button type="button" className="btn" disabled={next.pending} onClick={() => void next.more()}>
            {t("look")}
          </button>
        </Blank>
      ) : next.failure ? (
        <Blank bad title={t("failed")}>
          <button type="button" className="btn" disabled={next.pending} onClick={() => void next.more()}>
            {t("again")}
          </button>
        </Blank>
      ) : (
        <p className="dim" role="status">
          {t("choosing")}
        </p>
      )}
    </section>
  );
}
