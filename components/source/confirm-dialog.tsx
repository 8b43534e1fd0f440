"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

interface Props {
  open: boolean;
  title: string;
  children: ReactNode;
  yes: string;
  no: string;
  danger?: boolean;
  busy?: boolean;
  onYes: () => void;
  onNo: () => void;
}

/** Asks once before what cannot be taken back. */
export function ConfirmDialog({
  open,
  title,
  children,
  yes,
  no,
  danger = false,
  busy = false,
  ...on
}: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!open || !element) return;
    if (!element.open) {
      opener.current = document.activeElement;
      element.showModal();
    }
    // Taken away while it is open, a dialog leaves the focus nowhere.
    return () => {
      const from = opener.current;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (isLost && from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, [open]);
  if (!open) return null;
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={id} onClose={on.onNo}>
      <h2 className="head-2" id={id}>
        {title}
      </h2>
      <div className="soft">{children}</div>
      <p className="acts">
        <button type="button" className="btn" onClick={on.onNo}>
          {no}
        </button>
        <button
          type="button"
          className={danger ? "btn danger" : "btn go"}
          aria-busy={busy}
          disabled={busy}
          onClick={on.onYes}
        >
          {yes}
        </button>
      </p>
    </dialog>
  );
}
