"use client";

import { createContext, useContext } from "react";
import type { FlowPage } from "@/components/stance/shapes";
import type { EvidencePage } from "./shapes";
import type { Waiting } from "./use-news";

export interface EvidenceDeskState {
  courseId: string;
  meId: string;
  timeZone: string;
  staff: boolean;
  page: EvidencePage;
  /** What others did meanwhile. */
  waiting: Waiting;
  /** How the class moved; null where the page does not show it. */
  flow: FlowPage | null;
  /** Says it aloud, and shows it for a while. */
  say: (words: string) => void;
}

export const DeskContext = createContext<EvidenceDeskState | null>(null);

/** What every part of the evidence pages needs to know. */
export function useEvidenceDesk(): EvidenceDeskState {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("this stands outside the evidence desk");
  return desk;
}
