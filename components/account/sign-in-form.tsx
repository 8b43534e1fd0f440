"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { useSignIn } from "./use-sign-in";

export function SignInForm({ next }: { next: string }) {
  const t = useTranslations("signIn");
  const { submit, pending, problem } = useSignIn(next);
  const [shown, setShown] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    submit(String(form.get("email")), String(form.get("password")));
  };
  const Icon = shown ? EyeOff : Eye;
  return (
    <>
      {problem && <Note kind="now">{t(`problem.${problem}`)}</Note>}
      <form className="form" onSubmit={onSubmit} method="post">
        <div className="field">
          <label className="fl" htmlFor="email">
            {t("email")}
          </label>
          <input className="input" id="email" name="email" type="email" autoComplete="username" required />
        </div>
        <div className="field">
          <label className="fl" htmlFor="password">
            {t("password")}
          </label>
          <div className="inbtn">
            <input
              className="input"
              id="password"
              name="password"
              type={shown ? "text" : "password"}
              autoComplete="current-password"
              maxLength={200}
              required
            />
            <button
              className="iconb"
              type="button"
              aria-label={t("show")}
              aria-pressed={shown}
              onClick={() => setShown(!shown)}
            >
              <Icon className="i" aria-hidden />
            </button>
          </div>
        </div>
        <button className="btn go l" type="submit" aria-busy={pending} disabled={pending}>
          {t("submit")}
        </button>
      </form>
      <p className="or">{t("or")}</p>
      <Link className="btn l" href={`/sign-up?next=${encodeURIComponent(next)}`}>
        {t("signUp")}
      </Link>
    </>
  );
}
