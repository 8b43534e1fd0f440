"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";

export const views = ["write", "next", "other", "class"] as const;
export type View = (typeof views)[number];

/** Which of a prompt's tabs is open, and which answer: as the address says. Going to another asks nothing of the server. */
export function useView(allowed: readonly View[]) {
  const path = usePathname();
  const params = useSearchParams();
  const asked = views.find((each) => each === params.get("view"));
  const [named] = useState(params.get("response"));
  // An address that names an answer means the class.
  const meant = asked ?? (params.get("response") ? "class" : "write");
  const view = allowed.includes(meant) ? meant : "class";

  const hrefOf = (next: View, response?: string) => {
    if (next === "write") return path;
    return `${path}?view=${next}${response ? `&response=${response}` : ""}`;
  };
  return {
    view,
    response: params.get("response"),
    /** The answer that the page was opened at. */
    named,
    hrefOf,
    go: (next: View) => window.history.pushState(null, "", hrefOf(next)),
    /** Another answer of the class: it takes the place of the one before in the browser's history. */
    open: (response: string) => window.history.replaceState(null, "", hrefOf("class", response)),
  };
}

export type PromptView = ReturnType<typeof useView>;
