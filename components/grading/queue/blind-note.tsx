"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { MAX_REASON } from "@/domain/grading/grade";

interface Props {
  courseId: string;
  assignmentId: string;
  /** Under the name they have here; null when nobody is at hand. */
  student: { id: string; name: string } | null;
  /** Whether this person may give all names back. */
  canShowNames: boolean;
  /** All names are back: everybody goes by another key. */
  onShown: () => void;
  /** A name was told: the queue has it now. */
  onUnmasked: () => void;
}

/** Names are hidden: what that does not hide, and the two ways back. */
export function BlindNote({ courseId, assignmentId, student, canShowNames, onShown, onUnmasked }: Props) {
  const t = useTranslations("grade.blind");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const unmask = useMutation(trpc.grade.unmask.mutationOptions({ onSuccess: onUnmasked }));
  const showNames = useMutation(trpc.grade.showNames.mutationOptions({ onSuccess: onShown }));
  const isShown = unmask.data && unmask.variables?.studentId === student?.id;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (student && reason.trim() !== "") {
      unmask.mutate({ courseId, assignmentId, studentId: student.id, reason });
    }
  };
  return (
    <div className="q-blind">
      <p className="blindsw">
        {t("on")}
        <i aria-hidden />
      </p>
      <p>{t("about")}</p>
      {student && (
        <Dialog
          title={t("oneTitle", { name: student.name })}
          description={t("oneAbout")}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button className="link" type="button">
              {t("one")}
            </button>
          }
        >
          <form onSubmit={submit}>
            <Field label={t("reason")} error={unmask.error ? refusal(unmask.error) : null}>
              <input
                className="input"
                required
                maxLength={MAX_REASON}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
            <p role="status" className="shown-name">
              {isShown &&
                t.rich("isCalled", {
                  alias: student.name,
                  name: unmask.data.name,
                  b: (name) => (
                    <b>
                      <bdi>{name}</bdi>
                    </b>
                  ),
                })}
            </p>
            <div className="acts">
              <button className="btn go" type="submit" disabled={unmask.isPending || reason.trim() === ""}>
                {t("show")}
              </button>
            </div>
          </form>
        </Dialog>
      )}
      {canShowNames && (
        <Confirm
          title={t("allTitle")}
          description={t("allAbout")}
          action={t("all")}
          onConfirm={() => showNames.mutate({ courseId, assignmentId })}
          trigger={
            <button className="link" type="button" disabled={showNames.isPending}>
              {t("all")}
            </button>
          }
        />
      )}
      {showNames.error && (
        <p className="err" role="alert">
          {refusal(showNames.error)}
        </p>
      )}
    </div>
  );
}
