"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactElement, type ReactNode, type RefObject, useRef } from "react";
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

/** What can be written, chosen or pressed. */
const CONTROLS = ":is(input, select, textarea, button, a[href], [tabindex='0']):not(:disabled)";

/** The first thing in a dialog that is not the button which closes it; of a row of radio buttons the one that is on. */
function firstControl(popup: HTMLElement | null): HTMLElement | null {
  const controls = [...(popup?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])];
  const first = controls.find((control) => !control.closest(".dialog-head"));
  if (!(first instanceof HTMLInputElement) || first.type !== "radio") return first ?? null;
  const isOn = (control: HTMLElement) =>
    control instanceof HTMLInputElement && control.name === first.name && control.checked;
  return controls.find(isOn) ?? first;
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
  const popup = useRef<HTMLDivElement>(null);
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="veil" />
        <Base.Popup
          ref={popup}
          // A finger that opens it does not ask for the keyboard.
          initialFocus={initialFocus ?? ((how) => how === "touch" || (firstControl(popup.current) ?? true))}
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
