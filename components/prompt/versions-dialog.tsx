"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { ChangedWords } from "./changed-words";
import type { PositionView, ResponseState } from "./shapes";
import { When } from "./when";

interface VersionsDialogProps {
  courseId: string;
  timeZone: string;
  responseId: string;
  positions: PositionView[];
  /** What is being written now; each version can be put in its place. Left out where nothing is. */
  bringBack?: { body: string; to: (state: ResponseState, number: number) => void };
}

/** What an answer has said: its versions, what changed from one to the next, and a way back to each. */
export function VersionsDialog(props: VersionsDialogProps) {
  const t = useTranslations("response.versions");
  const [open, setOpen] = useState(false);
  const { bringBack } = props;
  return (
    <Dialog
      title={t("title")}
      description={t("hint")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button className="iconb" type="button" aria-label={t("title")} title={t("title")}>
          <History className="i" aria-hidden="true" />
        </button>
      }
    >
      {open && (
        <Versions
          {...props}
          bringBack={
            bringBack && {
              ...bringBack,
              to: (state, number) => {
                bringBack.to(state, number);
                setOpen(false);
              },
            }
          }
        />
      )}
    </Dialog>
  );
}

function Versions({ courseId, timeZone, responseId, positions, bringBack }: VersionsDialogProps) {
  const t = useTranslations("response.versions");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const { data, error, refetch } = useQuery(
    trpc.response.history.queryOptions({ courseId, id: responseId }, { staleTime: 0 }),
  );
  if (error && !data) {
    return (
      <div role="alert">
        <p>{sentence(error)}</p>
        <button type="button" className="btn" onClick={() => refetch()}>
          {t("again")}
        </button>
      </div>
    );
  }
  if (!data) {
    return (
      <div className="versions" role="status" aria-label={t("loading")}>
        <i className="bone" />
        <i className="bone" />
        <i className="bone" />
      </div>
    );
  }
  return (
    <ol className="versions" reversed>
      {data
        .map((state, at) => {
          const before = data[at - 1];
          const position = positions.find((each) => each.id === state.positionId);
          const turned = before !== undefined && before.positionId !== state.positionId;
          return (
            <li key={state.version}>
              <p className="version-h">
                <b>{t("version", { number: at + 1 })}</b>
                <When at={state.at} timeZone={timeZone} />
                {(turned || before === undefined) && position && (
                  <span className="soft">{t("for", { position: position.name })}</span>
                )}
                {bringBack && bringBack.body !== state.body && (
                  <button type="button" className="btn" onClick={() => bringBack.to(state, at + 1)}>
                    {t("bringBack")}
                    <span className="vh">: {t("version", { number: at + 1 })}</span>
                  </button>
                )}
              </p>
              <ChangedWords earlier={before ? before.body : state.body} later={state.body} />
            </li>
          );
        })
        .reverse()}
    </ol>
  );
}
