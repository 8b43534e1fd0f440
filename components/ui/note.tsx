import { Info } from "lucide-react";
import type { ReactNode } from "react";

/** A notice inside the page; `now` asks for something. */
export function Note({ kind = "plain", children }: { kind?: "plain" | "now" | "ok"; children: ReactNode }) {
  return (
    <div className={kind === "plain" ? "note" : `note ${kind}`} role={kind === "now" ? "alert" : undefined}>
      <Info className="i" aria-hidden />
      <div>{children}</div>
    </div>
  );
}
