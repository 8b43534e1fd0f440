"use client";

import { skipToken, useMutation, useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import type { GroupSet } from "./board-state";

interface AnewDialogProps {
  courseId: string;
  set: GroupSet;
  onMade: (set: GroupSet) => void;
}

/** Divides a class again: first whom it would move, and who of them is parted from their words. */
export function AnewDialog({ courseId, set, onMade }: AnewDialogProps) {
  const t = useTranslations("groups.anew");
  const ui = useTranslations("ui");
  const format = useFormatter();
  const trpc = useTRPC();
  const refusal = useRefusal();
  const [open, setOpen] = useState(false);
  const preview = useQuery({
    ...trpc.group.anew.queryOptions(open ? { courseId, setId: set.id } : skipToken),
    // What it shows is what is done: it is never taken from before.
    staleTime: 0,
    gcTime: 0,
  });
  const making = useMutation(
    trpc.group.makeAnew.mutationOptions({
      onSuccess: (made) => {
        setOpen(false);
        toast.success(t("done"));
        onMade(made);
      },
      onError: () => preview.refetch(),
    }),
  );
  const view = preview.data;
  const isStale = refusalIn(making.error)?.code === "stale";
  const written = view?.moves.filter((move) => move.written).length ?? 0;
  return (
    <Dialog
      title={t("title", { name: set.name })}
      description={t("about")}
      open={open}
      onOpenChange={(next) => {
        making.reset();
        setOpen(next);
      }}
      trigger={
        <button type="button" className="btn">
          {t("open")}
        </button>
      }
    >
      <div className="gr-anew">
        {making.error && <Note kind="now">{isStale ? t("stale") : refusal(making.error)}</Note>}
        {preview.error && !view && (
          <p className="err" role="alert">
            {refusal(preview.error)}
          </p>
        )}
        {preview.isPending && open && (
          <p className="soft" role="status">
            {t("loading")}
          </p>
        )}
        {view && view.moves.length === 0 && <p>{t("nobody")}</p>}
        {view && view.moves.length > 0 && (
          <>
            <p>
              <b>{t("moves", { count: view.moves.length })}</b>{" "}
              {set.usedBy.length > 0 && t("used", { count: set.usedBy.length })}
            </p>
            <p className={written > 0 ? "red" : "soft"}>{t("written", { count: written })}</p>
            {view.dissolves.length > 0 && (
              <p className="soft">
                {t("dissolves", {
                  count: view.dissolves.length,
                  names: format.list(view.dissolves.map(({ name }) => name)),
                })}
              </p>
            )}
            <section className="gr-moves" aria-label={t("moves", { count: view.moves.length })} tabIndex={0}>
              <table className="tbl">
                <thead>
                  <tr>
                    <th scope="col">{t("student")}</th>
                    <th scope="col">{t("from")}</th>
                    <th scope="col">{t("to")}</th>
                  </tr>
                </thead>
                <tbody>
                  {view.moves.map((move) => (
                    <tr key={move.studentId}>
                      <th scope="row">
                        <bdi>{move.name}</bdi>
                        {move.written && <small className="gr-wrote"> {t("wrote")}</small>}
                      </th>
                      <td>{move.from ?? t("noneFrom")}</td>
                      <td>{move.to}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </>
        )}
      </div>
      <div className="acts">
        <button type="button" className="btn" onClick={() => setOpen(false)}>
          {ui("cancel")}
        </button>
        <button
          type="button"
          className="btn go"
          disabled={!view || view.moves.length === 0 || preview.isFetching || making.isPending}
          aria-busy={making.isPending}
          onClick={() =>
            view &&
            making.mutate({ courseId, anew: { setId: set.id, version: view.version, shown: view.shown } })
          }
        >
          {t(making.isPending ? "making" : "act")}
        </button>
      </div>
    </Dialog>
  );
}
