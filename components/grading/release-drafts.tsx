"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";

interface Props {
  courseId: string;
  assignmentId: string;
  title: string;
  /** The complete drafts, each at the version that is being looked at. */
  drafts: { studentId: string; version: number }[];
}

/** Releases every complete draft of an assignment, after saying how many that are. */
export function ReleaseDrafts({ courseId, assignmentId, title, drafts }: Props) {
  const t = useTranslations("grade.releaseAll");
  const trpc = useTRPC();
  const router = useRouter();
  const refusal = useRefusal();
  const release = useMutation(
    trpc.grade.releaseDrafts.mutationOptions({ onSettled: () => router.refresh() }),
  );
  const done = release.data;
  if (drafts.length === 0 && !done && !release.error) return null;
  return (
    <div className="q-release">
      {drafts.length > 0 && (
        <Confirm
          title={t("title", { count: drafts.length })}
          description={t("about", { title })}
          action={t("act", { count: drafts.length })}
          onConfirm={() => release.mutate({ courseId, assignmentId, drafts })}
          trigger={
            <button className="btn" type="button" disabled={release.isPending}>
              {t("open", { count: drafts.length })}
            </button>
          }
        />
      )}
      <p role="status" className="soft">
        {done && t("done", { released: done.released, left: done.left })}
      </p>
      {release.error && (
        <p role="alert" className="err">
          {refusal(release.error)}
        </p>
      )}
    </div>
  );
}
