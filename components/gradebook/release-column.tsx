"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { whetherOnline } from "@/components/grading/whether-online";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { useBook } from "./book-context";
import type { GradebookAssignment } from "./shapes";

/** How far an assignment is; its complete drafts are released from here, by whoever may. */
export function ReleaseColumn({ assignment }: { assignment: GradebookAssignment }) {
  const t = useTranslations("gradebook.release");
  const tg = useTranslations("gradebook");
  const { book, courseId, isInstructor } = useBook();
  const trpc = useTRPC();
  const client = useQueryClient();
  const refusal = useRefusal();
  const [open, setOpen] = useState(false);
  const cells = book.students.flatMap((student) => {
    const cell = student.cells[assignment.id];
    return cell ? [{ studentId: student.id, ...cell }] : [];
  });
  const drafts = cells.filter(({ state }) => state === "draft" || state === "recalled");
  const ready = drafts.filter(({ complete }) => complete);
  const release = useMutation(
    trpc.grade.releaseDrafts.mutationOptions({
      ...whetherOnline,
      onSuccess: async ({ released, left }) => {
        await client.invalidateQueries({ queryKey: trpc.gradebook.table.queryKey({ courseId }) });
        setOpen(false);
        toast(t("done", { released, left }));
      },
    }),
  );
  const { released } = assignment;
  if (ready.length === 0 || !isInstructor) {
    const isOut = released > 0;
    return (
      <span className={isOut ? "rs rel" : "rs"}>
        {isOut && <Eye className="i s" aria-hidden />}
        {assignment.blind && released === 0
          ? t("blind")
          : isOut || drafts.length === 0
            ? tg("released", { count: released })
            : t("marked", { count: drafts.length, all: cells.length })}
      </span>
    );
  }
  const unready = cells.filter(
    ({ state, complete }) => state === "todo" || ((state === "draft" || state === "recalled") && !complete),
  );
  const marked = t("marked", { count: ready.length, all: cells.length });
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("title", { title: assignment.title })}
      description={t("each")}
      trigger={
        <button
          type="button"
          className="rs now"
          aria-label={`${marked}. ${t("act", { count: ready.length })}`}
        >
          <EyeOff className="i s" aria-hidden />
          {marked}
        </button>
      }
    >
      {unready.length > 0 && (
        <p className="blk">
          <span className="sq" aria-hidden />
          <span>{t("unready", { count: unready.length })}</span>
        </p>
      )}
      {release.error && (
        <p role="alert" className="err">
          {refusal(release.error)}
        </p>
      )}
      <div className="acts">
        <button type="button" className="btn" onClick={() => setOpen(false)}>
          {t("leave")}
        </button>
        <button
          type="button"
          className="btn go"
          disabled={release.isPending}
          onClick={() =>
            release.mutate({
              courseId,
              assignmentId: assignment.id,
              drafts: ready.map(({ studentId, version }) => ({ studentId, version })),
            })
          }
        >
          {t("act", { count: ready.length })}
        </button>
      </div>
    </Dialog>
  );
}
