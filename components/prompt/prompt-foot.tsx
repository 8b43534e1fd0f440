"use client";

import { HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useDraftCount } from "@/components/device/use-draft-count";
import { InSlot } from "@/components/frame/in-slot";
import type { LiveStatus } from "@/components/live/connection";
import { LineState } from "@/components/live/line-state";
import type { KeyHint } from "@/components/ui/keys-dialog";
import { DueIn } from "./due-in";

interface PromptFootProps {
  meId: string;
  /** How many things the answer lacks; null where none is being written. */
  missing: number | null;
  dueAt: Date;
  /** The keys of the open tab. */
  keys: readonly KeyHint[];
  line: LiveStatus;
}

/** On the foot: what is missing, until when, the tab's keys, and what is only on this device. */
export function PromptFoot({ meId, missing, dueAt, keys, line }: PromptFootProps) {
  const t = useTranslations("prompt.foot");
  const answers = useDraftCount(`response.${meId}.`);
  const replies = useDraftCount(`reply.${meId}.`);
  return (
    <>
      <InSlot id="foot-where">
        {missing !== null && missing > 0 && <>{t("missing", { count: missing })} </>}
        <span className="dim">
          <DueIn at={dueAt} />
        </span>
      </InSlot>
      <InKeys>
        {keys.map((hint) => (
          <span key={hint.label}>
            {hint.keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
            {hint.label}
          </span>
        ))}
      </InKeys>
      <InSlot id="foot-state">
        {answers + replies > 0 && (
          <span className="st">
            <HardDrive className="i s" aria-hidden="true" />
            {t("drafts", { count: answers + replies })}
          </span>
        )}
        <LineState status={line} />
      </InSlot>
    </>
  );
}

/** The foot's keys change with the tab; the frame around the page does not know of tabs. */
function InKeys({ children }: { children: React.ReactNode }) {
  const [place, setPlace] = useState<Element | null>(null);
  useEffect(() => setPlace(document.querySelector(".foot .keys")), []);
  return place && createPortal(children, place);
}
