"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useOutbox } from "./outbox-provider";

/** What a screen reader is told: that something waits, that all is sent, that something was refused. Not every try. */
export function useSpoken(): string {
  const t = useTranslations("outbox");
  const { waiting, refused } = useOutbox();
  const [spoken, setSpoken] = useState("");
  const before = useRef({ waits: false, refused: 0 });
  const waits = waiting.length > 0;
  const refusals = refused.length;
  useEffect(() => {
    const was = before.current;
    before.current = { waits, refused: refusals };
    if (refusals > was.refused) setSpoken(t("saysRefused"));
    else if (waits && !was.waits) setSpoken(t("saysWaiting"));
    else if (!waits && was.waits && refusals === 0) setSpoken(t("saysSent"));
  }, [waits, refusals, t]);
  return spoken;
}
