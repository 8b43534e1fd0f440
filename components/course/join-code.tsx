"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";

/** The code that students join with, and how to change or close it. */
export function JoinCode({ courseId, code }: { courseId: string; code: string | null }) {
  const t = useTranslations("people");
  const router = useRouter();
  const refusal = useRefusal();
  const trpc = useTRPC();
  const renew = useMutation(
    trpc.course.renewJoinCode.mutationOptions({
      onSuccess: () => router.refresh(),
      onError: (error) => toast.error(refusal(error)),
    }),
  );
  return (
    <section aria-labelledby="join-code">
      <h2 className="kick" id="join-code">
        {t("joinCode")}
      </h2>
      <p className="line">
        {code ? <b className="head-2 n">{code}</b> : <span className="soft">{t("closed")}</span>}
        <button type="button" className="btn" onClick={() => renew.mutate({ courseId, open: true })}>
          {code ? t("renew") : t("open")}
        </button>
        {code && (
          <Confirm
            title={t("closeTitle")}
            description={t("closeHint")}
            action={t("close")}
            onConfirm={() => renew.mutate({ courseId, open: false })}
            trigger={
              <button type="button" className="btn bare">
                {t("close")}
              </button>
            }
          />
        )}
      </p>
      <p className="help">{t("joinHint")}</p>
    </section>
  );
}
