"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";

interface DeleteCaseProps {
  courseId: string;
  id: string;
  onDeleted: () => void;
}

/** Deletes a case, after asking. */
export function DeleteCase({ courseId, id, onDeleted }: DeleteCaseProps) {
  const t = useTranslations("steelman");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const deleting = useMutation(trpc.steelman.delete.mutationOptions({ onSuccess: onDeleted }));
  return (
    <>
      <Confirm
        trigger={
          <button type="button" className="btn bare">
            {t("delete")}
          </button>
        }
        title={t("deleteTitle")}
        description={t("deleteAsk")}
        action={t("delete")}
        danger
        onConfirm={() => deleting.mutate({ courseId, id })}
      />
      {deleting.error && (
        <span className="err" role="alert">
          {sentence(deleting.error)}
        </span>
      )}
    </>
  );
}
