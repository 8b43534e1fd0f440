"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";

export type SignInProblem = "wrong" | "rate-limited" | "unreachable" | "unexpected";

/** Signs in and goes on to `next`; says what was wrong otherwise. */
export function useSignIn(next: string) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const submit = async (email: string, password: string) => {
    setPending(true);
    setProblem(null);
    try {
      const answer = await signIn("credentials", { email, password, redirect: false });
      if (answer?.ok) {
        // A full load: nothing of whoever used this browser before stays in memory.
        window.location.assign(next);
        return;
      }
      if (answer?.error === "rate-limited") setProblem("rate-limited");
      else setProblem(answer?.status === 401 && answer.error !== "unexpected" ? "wrong" : "unexpected");
    } catch {
      setProblem("unreachable");
    }
    setPending(false);
  };
  return { submit, pending, problem };
}
