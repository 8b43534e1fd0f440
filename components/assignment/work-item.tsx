"use client";

import { GripVertical, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { Menu, MenuItem } from "@/components/ui/menu";

interface Props {
  /** What it is called. */
  name: string;
  /** From 1. */
  place: number;
  of: number;
  mark: ReactNode;
  /** The line itself. */
  children: ReactNode;
  /** Said at the line's end. */
  aside: string;
  /** Somebody has written there: it stays. */
  inUse: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  /** What opens under the line. */
  below?: ReactNode;
}

/** One thing to be read or answered: it is moved by Alt and an arrow, or from the menu of its grip. */
export function WorkItem(props: Props) {
  const { name, place, of, mark, children, aside, inUse, onMove, onRemove, below } = props;
  const t = useTranslations("assignment.work");
  const can = (by: -1 | 1) => place + by >= 1 && place + by <= of;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (!event.altKey || by === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (!can(by)) return;
    // The line is taken out and put in elsewhere: its grip is the same button, and forgets that it had the focus.
    const grip = event.currentTarget;
    requestAnimationFrame(() => grip.focus());
    onMove(by);
  };
  return (
    <li>
      <Menu
        trigger={
          <button
            type="button"
            className="grip"
            title={t("moveKeys")}
            aria-label={t("move", { name, place, of })}
            disabled={of < 2}
            onKeyDown={onKeyDown}
          >
            <GripVertical className="i" aria-hidden="true" />
          </button>
        }
      >
        {can(-1) && <MenuItem onSelect={() => onMove(-1)}>{t("up")}</MenuItem>}
        {can(1) && <MenuItem onSelect={() => onMove(1)}>{t("down")}</MenuItem>}
      </Menu>
      <b className="rn n">{mark}</b>
      {children}
      <span className="faint">{aside}</span>
      <button
        type="button"
        className="iconb"
        aria-label={t("takeOut", { name })}
        title={inUse ? t("stays") : undefined}
        disabled={inUse}
        onClick={(event) => {
          const line = event.currentTarget.closest("li");
          const next = line?.nextElementSibling ?? line?.previousElementSibling;
          onRemove();
          requestAnimationFrame(() => {
            const grip = next?.querySelector<HTMLElement>(".grip:not(:disabled)");
            (grip ?? document.querySelector<HTMLElement>("[data-key=r]"))?.focus();
          });
        }}
      >
        <X className="i" aria-hidden="true" />
      </button>
      {below && <div className="below">{below}</div>}
    </li>
  );
}
