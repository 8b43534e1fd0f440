"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import type { LiveStatus } from "./connection";

/** On the foot: whether what others do arrives here. */
export function LineState({ status }: { status: LiveStatus }) {
  const t = useTranslations("live");
  if (status === "offline") {
    return (
      <span className="st line-state off">
        <CloudOff className="i s" aria-hidden />
        {t(status)}
      </span>
    );
  }
  return (
    <span className="st line-state">
      <i className={status === "live" ? "live" : "live off"} aria-hidden />
      {t(status)}
    </span>
  );
}
