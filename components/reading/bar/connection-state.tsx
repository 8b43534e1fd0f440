"use client";

import { CloudOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePresence } from "@/components/live/live-provider";
import { useOutbox } from "@/components/outbox/outbox-provider";

/** Whether what others write arrives here, and how many read. */
export function ConnectionState() {
  const t = useTranslations("reader.bar");
  const { here, status } = usePresence();
  const { offline } = useOutbox();
  if (offline || status === "offline") {
    return (
      <span className="st line-state off">
        <CloudOff className="i s" aria-hidden />
        {t("offline")}
      </span>
    );
  }
  return (
    <span className="st line-state">
      <i className={status === "live" ? "live" : "live off"} aria-hidden />
      {status === "live" ? t("live", { count: here.length + 1 }) : t(status)}
    </span>
  );
}
