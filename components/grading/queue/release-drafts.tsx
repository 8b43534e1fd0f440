"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { QueueStudent } from "@/components/grading/grading-types";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";

interface Props {
  courseId: string;
  assignmentId: string;
  title: string;
  students: readonly QueueStudent[];
  onDone: () => void;
}

/** So many at a time: each answer moves the bar on. */
const AT_ONCE = 25;

/** Releases the complete drafts of everybody or of one group, after saying how many that are. */
export function ReleaseDrafts({ courseId, assignmentId, title, students, onDone }: Props) {
  const t = useTranslations("grade.releaseAll");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const [open, setOpen] = useState(false);
  const [group, setGroup] = useState<string | null>(null);
  const [progress, setProgress] = useState<{ sent: number; of: number } | null>(null);
  const [done, setDone] = useState<{ released: number; left: number } | null>(null);
  const release = useMutation(trpc.grade.releaseDrafts.mutationOptions());
  const ready = students.filter((student) => student.complete && student.state !== "released");
  const groups = [...new Set(ready.flatMap((student) => student.group ?? []))];
  const chosen = group === null ? ready : ready.filter((student) => student.group === group);

  const send = async () => {
    const drafts = chosen.map(({ id, version }) => ({ studentId: id, version }));
    const sum = { released: 0, left: 0 };
    setDone(null);
    setOpen(false);
    try {
      for (let sent = 0; sent < drafts.length; sent += AT_ONCE) {
        setProgress({ sent, of: drafts.length });
        const some = drafts.slice(sent, sent + AT_ONCE);
        const { released, left } = await release.mutateAsync({ courseId, assignmentId, drafts: some });
        sum.released += released;
        sum.left += left;
      }
      setDone(sum);
    } catch {
      // `release.error` says what it was; what was released before it stays so.
    } finally {
      setProgress(null);
      onDone();
    }
  };
  if (ready.length === 0 && !done && !release.error) return null;
  return (
    <div className="q-release">
      {ready.length > 0 && (
        <Dialog
          title={t("title", { count: chosen.length })}
          description={t("about", { title })}
          open={open}
          onOpenChange={setOpen}
          trigger={
            <button className="btn" type="button" disabled={progress !== null}>
              {t("open", { count: ready.length })}
            </button>
          }
        >
          {groups.length > 0 && (
            <label className="field">
              <span className="fl">{t("whom")}</span>
              <select
                className="input"
                value={group ?? ""}
                onChange={(event) => setGroup(event.target.value || null)}
              >
                <option value="">{t("everybody", { count: ready.length })}</option>
                {groups.map((name) => (
                  <option key={name} value={name}>
                    {t("group", { name, count: ready.filter((one) => one.group === name).length })}
                  </option>
                ))}
              </select>
            </label>
          )}
          <div className="acts">
            <button className="btn" type="button" onClick={() => setOpen(false)}>
              {t("cancel")}
            </button>
            <button className="btn go" type="button" disabled={chosen.length === 0} onClick={send}>
              {t("act", { count: chosen.length })}
            </button>
          </div>
        </Dialog>
      )}
      <div role="status" className="soft">
        {progress && (
          <>
            <progress value={progress.sent} max={progress.of} aria-label={t("going")} />
            {t("sent", progress)}
          </>
        )}
        {done && t("done", done)}
      </div>
      {release.error && (
        <p role="alert" className="err">
          {refusal(release.error)}
        </p>
      )}
    </div>
  );
}
