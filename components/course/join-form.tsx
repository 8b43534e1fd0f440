"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Field } from "@/components/ui/field";

export function JoinForm() {
  const t = useTranslations("courses");
  const router = useRouter();
  const refusal = useRefusal();
  const trpc = useTRPC();
  const [code, setCode] = useState("");
  const join = useMutation(
    trpc.course.join.mutationOptions({ onSuccess: (course) => router.push(`/courses/${course.id}`) }),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    join.mutate({ code });
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      <Field label={t("code")} hint={t("codeHint")} error={join.isError ? refusal(join.error) : null}>
        <input
          className="input"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          minLength={4}
          maxLength={40}
          required
        />
      </Field>
      <p className="line">
        <button className="btn l" type="submit" aria-busy={join.isPending} disabled={join.isPending}>
          {t("joinAction")}
        </button>
      </p>
    </form>
  );
}
