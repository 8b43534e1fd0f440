"use client";

import { skipToken, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";

interface Props {
  courseId: string;
  assignment: { id: string; title: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Copies an assignment as a draft, here or to another course in which one is staff; the copy is opened. */
export function CopyDialog({ courseId, assignment, open, onOpenChange }: Props) {
  const t = useTranslations("assignment.copy");
  const id = useId();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const router = useRouter();
  const sentence = useRefusal();
  const targets = useQuery(trpc.assignment.copyTargets.queryOptions(open ? { courseId } : skipToken));
  const copying = useMutation(trpc.assignment.copy.mutationOptions());
  const [to, setTo] = useState(courseId);
  const [title, setTitle] = useState<string | null>(null);
  /** Sent again after an answer that was lost, it is still one copy. */
  const [own, setOwn] = useState(newId);
  const called = title ?? t("called", { title: assignment.title });

  const copy = async (event: FormEvent) => {
    event.preventDefault();
    const sent = { id: assignment.id, newId: own, toCourseId: to, title: called.trim() || null };
    try {
      await copying.mutateAsync({ courseId, ...sent });
    } catch {
      return;
    }
    await queries.invalidateQueries({ queryKey: trpc.assignment.pathKey() });
    setOwn(newId());
    onOpenChange(false);
    router.push(`/courses/${to}/assignments/${own}/edit`);
  };

  return (
    <Dialog
      title={t("title", { title: assignment.title })}
      description={t("why")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <form className="form" onSubmit={copy}>
        <div className="field">
          <label className="fl" htmlFor={`${id}-title`}>
            {t("name")}
          </label>
          <input
            id={`${id}-title`}
            className="input"
            dir="auto"
            maxLength={300}
            required
            value={called}
            onChange={(event) => setTitle(event.target.value)}
          />
        </div>
        <div className="field">
          <label className="fl" htmlFor={`${id}-to`}>
            {t("to")}
          </label>
          <select
            id={`${id}-to`}
            className="input"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          >
            <option value={courseId}>{t("here")}</option>
            {(targets.data ?? []).map((course) => (
              <option key={course.id} value={course.id}>
                {course.term ? `${course.title}, ${course.term}` : course.title}
              </option>
            ))}
          </select>
          {to !== courseId && <p className="help">{t("elsewhere")}</p>}
        </div>
        {copying.error && (
          <p className="err" role="alert">
            {sentence(copying.error)}
          </p>
        )}
        <div className="acts">
          <button type="button" className="btn" onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </button>
          <button type="submit" className="btn go" disabled={copying.isPending} aria-busy={copying.isPending}>
            {t("do")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
