"use client";

import { useTranslations } from "next-intl";
import type { KeyHint } from "@/components/ui/keys-dialog";

/** Every key of the matrix and of what is written beside it. */
export function useMatrixKeyList(): KeyHint[] {
  const t = useTranslations("evidence.keys");
  return [
    { keys: ["←", "↑", "↓", "→"], label: t("cell") },
    { keys: ["Home", "End"], label: t("row") },
    { keys: ["Page↑", "Page↓"], label: t("column") },
    { keys: ["ctrl", "Home"], label: t("first") },
    { keys: ["↵"], label: t("open") },
    { keys: ["esc"], label: t("close") },
    { keys: ["e"], label: t("add") },
    { keys: ["g"], label: t("passage") },
    { keys: ["m"], label: t("contested") },
    { keys: ["u"], label: t("empty") },
    { keys: ["r"], label: t("show") },
    { keys: ["1", "2", "3"], label: t("relations") },
    { keys: ["alt", "1", "2", "3"], label: t("relation") },
    { keys: ["⌘", "↵"], label: t("file") },
    { keys: ["?"], label: t("all") },
  ];
}
