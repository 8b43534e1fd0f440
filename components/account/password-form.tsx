"use client";

import { useMutation } from "@tanstack/react-query";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";

/** Changes the password, which ends every session, and opens a new one here at once. */
export function PasswordForm({ email }: { email: string }) {
  const t = useTranslations("account");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: async (_done, sent) => {
        form.current?.reset();
        await signIn("credentials", { email, password: sent.next, redirect: false });
      },
    }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = new FormData(event.currentTarget);
    change.mutate({ current: String(sent.get("current")), next: String(sent.get("next")) });
  };
  return (
    <form className="form" onSubmit={onSubmit} ref={form}>
      {change.isError && <Note kind="now">{refusal(change.error)}</Note>}
      {change.isSuccess && <Note kind="ok">{t("changed")}</Note>}
      <Field label={t("current")}>
        <input
          className="input"
          name="current"
          type="password"
          autoComplete="current-password"
          maxLength={200}
          required
        />
      </Field>
      <Field label={t("next")} hint={t("nextHint")}>
        <input
          className="input"
          name="next"
          type="password"
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          required
        />
      </Field>
      <p className="line">
        <button className="btn l" type="submit" aria-busy={change.isPending} disabled={change.isPending}>
          {t("change")}
        </button>
      </p>
    </form>
  );
}
