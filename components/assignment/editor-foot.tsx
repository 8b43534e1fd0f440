"use client";

import { HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { InSlot } from "@/components/frame/in-slot";

interface Props {
  /** How many changes are not saved. */
  changes: number;
  /** The most students that one of them touches; null while it is not known. */
  touches: number | null;
  kept: boolean;
}

/** On the foot: what is not saved, whom it touches, and that it is on this device. */
export function EditorFoot({ changes, touches, kept }: Props) {
  const t = useTranslations("assignment.foot");
  return (
    <>
      <InSlot id="foot-where">
        {changes > 0 && t("changes", { count: changes })}
        {changes > 0 && touches !== null && <span className="dim"> {t("touch", { count: touches })}</span>}
      </InSlot>
      <InSlot id="foot-state">
        {kept && (
          <span className="st">
            <HardDrive className="i s" aria-hidden="true" />
            {t("kept")}
          </span>
        )}
      </InSlot>
    </>
  );
}
