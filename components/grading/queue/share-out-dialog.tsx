"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";

interface Props {
  courseId: string;
  assignmentId: string;
  /** Names by membership: those who may grade. */
  staff: Readonly<Record<string, string>>;
  /** How many students each grades now. */
  shares: Readonly<Record<string, number>>;
  /** Whether there are groups that can stay together. */
  hasGroups: boolean;
  onDone: () => void;
}

/** Shares the students out among graders, evenly, group by group or one by one. */
export function ShareOutDialog({ courseId, assignmentId, staff, shares, hasGroups, onDone }: Props) {
  const t = useTranslations("grade.share");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const [open, setOpen] = useState(false);
  const all = Object.keys(staff);
  const now = all.filter((id) => shares[id]);
  const [chosen, setChosen] = useState<readonly string[]>(now.length > 0 ? now : all);
  const [by, setBy] = useState<"group" | "name">(hasGroups ? "group" : "name");
  const share = useMutation(
    trpc.grade.shareOut.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        onDone();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (chosen.length > 0) share.mutate({ courseId, assignmentId, graderIds: [...chosen], by });
  };
  return (
    <Dialog
      title={t("title")}
      description={t("about")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button className="link" type="button">
          {t("open")}
        </button>
      }
    >
      <form onSubmit={submit}>
        <fieldset className="share-who">
          <legend className="fl">{t("among")}</legend>
          {all.map((id) => (
            <label className="check" key={id}>
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                }
              />
              <bdi>{staff[id]}</bdi> <span className="faint">{t("has", { count: shares[id] ?? 0 })}</span>
            </label>
          ))}
        </fieldset>
        {hasGroups && (
          <label className="check">
            <input
              type="checkbox"
              checked={by === "group"}
              onChange={(event) => setBy(event.target.checked ? "group" : "name")}
            />
            {t("byGroup")}
          </label>
        )}
        {share.error && (
          <p className="err" role="alert">
            {refusal(share.error)}
          </p>
        )}
        <div className="acts">
          <button className="btn go" type="submit" disabled={chosen.length === 0 || share.isPending}>
            {t(share.isPending ? "sharing" : "act", { count: chosen.length })}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
