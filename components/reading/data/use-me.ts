"use client";

import { useMemo } from "react";
import type { Voice } from "@/domain/comment/voice";
import { useDesk } from "../desk-state";

/** The voice in which this person's own words appear before the server has answered. */
export function useMyVoice(): Voice {
  const { me, page } = useDesk();
  return useMemo(() => ({ key: me.key, name: me.name, role: page.me.role }), [me.key, me.name, page.me.role]);
}
