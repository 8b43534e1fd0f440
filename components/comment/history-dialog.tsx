"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useDesk } from "@/components/reading/desk-state";
import type { Comment } from "@/components/reading/reader-types";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { Moment } from "@/components/ui/moment";
import { differenceOf } from "@/domain/comment/difference";
import type { AppRouter } from "@/server/trpc/root";
import { SignalMark } from "./signal-mark";

interface HistoryDialogProps {
  comment: Comment;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

type State = inferRouterOutputs<AppRouter>["comment"]["history"][number];

/** What a comment has said, the newest first, each with what was changed in it. */
export function HistoryDialog({ comment, open, onOpenChange }: HistoryDialogProps) {
  const t = useTranslations("comment.history");
  return (
    <Dialog title={t("title")} description={t("hint")} open={open} onOpenChange={onOpenChange}>
      {open && <History comment={comment} />}
    </Dialog>
  );
}

function History({ comment }: { comment: Comment }) {
  const t = useTranslations("comment.history");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const { courseId } = useDesk();
  const { data, error, refetch } = useQuery(
    trpc.comment.history.queryOptions({ courseId, id: comment.id }, { staleTime: 0 }),
  );
  if (error && !data) {
    return (
      <div className="history" role="alert">
        <p>{refusal(error)}</p>
        <button type="button" className="btn" onClick={() => refetch()}>
          {t("again")}
        </button>
      </div>
    );
  }
  if (!data) {
    return (
      <div className="history" role="status" aria-label={t("loading")}>
        <i className="bone" />
        <i className="bone" />
        <i className="bone" />
      </div>
    );
  }
  return (
    <ol className="history" reversed>
      {data.map((state, at) => <Version key={state.version} state={state} before={data[at - 1]} />).reverse()}
    </ol>
  );
}

function Version({ state, before }: { state: State; before: State | undefined }) {
  const t = useTranslations("comment.history");
  const { page } = useDesk();
  const runs = before ? differenceOf(before.body, state.body) : [{ kind: "same" as const, text: state.body }];
  let place = 0;
  return (
    <li>
      <p className="history-h">
        <b>{before ? t("version", { number: state.version }) : t("first")}</b>
        {state.signal && state.signal !== before?.signal && <SignalMark signal={state.signal} />}
        {before?.signal && !state.signal && <span className="faint">{t("noSignal")}</span>}
        <Moment at={state.at} timeZone={page.timeZone} />
      </p>
      <p className="history-t" dir="auto">
        {runs.map(({ kind, text }) => {
          const key = place;
          place += text.length + 1;
          if (kind === "added") return <ins key={key}>{text}</ins>;
          if (kind === "removed") return <del key={key}>{text}</del>;
          return <span key={key}>{text}</span>;
        })}
      </p>
    </li>
  );
}
