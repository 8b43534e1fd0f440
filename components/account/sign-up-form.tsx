"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Field } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";

export function SignUpForm() {
  const t = useTranslations("signUp");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const create = useMutation(trpc.account.create.mutationOptions());
  const [email, setEmail] = useState("");
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({ email, name: String(form.get("name")), password: String(form.get("password")) });
  };
  if (create.isSuccess) {
    return (
      <>
        <Note kind="ok">{t("done", { email })}</Note>
        <p className="or" />
        <Link className="btn go l" href="/sign-in">
          {t("signIn")}
        </Link>
      </>
    );
  }
  return (
    <>
      {create.isError && <Note kind="now">{refusal(create.error)}</Note>}
      <form className="form" onSubmit={onSubmit} method="post">
        <Field label={t("name")}>
          <input className="input" name="name" autoComplete="name" maxLength={120} required />
        </Field>
        <Field label={t("email")}>
          <input
            className="input"
            type="email"
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            required
          />
        </Field>
        <Field label={t("password")} hint={t("passwordHint")}>
          <input
            className="input"
            name="password"
            type="password"
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
            required
          />
        </Field>
        <button className="btn go l" type="submit" aria-busy={create.isPending} disabled={create.isPending}>
          {t("submit")}
        </button>
      </form>
      <p className="or">{t("or")}</p>
      <Link className="btn l" href="/sign-in">
        {t("signIn")}
      </Link>
    </>
  );
}
