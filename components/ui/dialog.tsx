"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactElement, ReactNode, RefObject } from "react";
import { useFocusBefore } from "./use-focus-before";

interface DialogProps {
  title: string;
  description?: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The button that opens it; left out where something else does. */
  trigger?: ReactElement<Record<string, unknown>>;
  /** `sheet` comes up from the foot of a narrow screen. */
  kind?: "dialog" | "sheet";
  /** What has the focus first, where that is not the first thing in it. */
  initialFocus?: RefObject<HTMLElement | null>;
  children?: ReactNode;
}

/** A modal dialog: focus goes in, stays in, and comes back to where it was. */
export function Dialog({
  title,
  description,
  open,
  onOpenChange,
  trigger,
  kind = "dialog",
  initialFocus,
  children,
}: DialogProps) {
  const t = useTranslations("ui");
  const before = useFocusBefore(open);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="veil" />
        <Base.Popup
          initialFocus={initialFocus}
          finalFocus={trigger ? undefined : before}
          className={kind === "sheet" ? "dialog over sheet-up" : "dialog over"}
        >
          <div className="dialog-head">
            <Base.Title className="head-3">{title}</Base.Title>
            <Base.Close className="iconb" aria-label={t("close")}>
              <X className="i" aria-hidden />
            </Base.Close>
          </div>
          {description && <Base.Description className="soft">{description}</Base.Description>}
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
