"use client";

import { useMutation } from "@tanstack/react-query";
import { signOut } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Note } from "@/components/ui/note";

export function SignOutEverywhere() {
  const t = useTranslations("account");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const end = useMutation(
    trpc.account.signOutEverywhere.mutationOptions({ onSuccess: () => signOut({ callbackUrl: "/sign-in" }) }),
  );
  return (
    <>
      {end.isError && <Note kind="now">{refusal(end.error)}</Note>}
      <p className="line">
        <button type="button" className="btn l" aria-busy={end.isPending} onClick={() => end.mutate()}>
          {t("everywhere")}
        </button>
      </p>
    </>
  );
}
