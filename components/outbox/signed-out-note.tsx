"use client";

import { KeyRound } from "lucide-react";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOutbox } from "./outbox-provider";

/** Says that what was written waits for signing in again. Nothing while signed in. */
export function SignedOutNote() {
  const t = useTranslations("outbox");
  const { signedOut, kept } = useOutbox();
  const path = usePathname();
  const search = useSearchParams().toString();
  const here = encodeURIComponent(search ? `${path}?${search}` : path);
  // The region stands before it speaks: one that comes with its words is often not read out.
  return (
    <div role="status">
      {signedOut && (
        <div className="note signed-out">
          <KeyRound className="i" aria-hidden />
          <div>
            <b>{t("signedOut")}</b> {t(kept ? "signedOutKept" : "signedOutUnkept")}
          </div>
          {/* A page of its own: what comes back comes back signed in. */}
          <a className="btn" href={`/sign-in?next=${here}`}>
            {t("signIn")}
          </a>
        </div>
      )}
    </div>
  );
}
