"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useId, useState } from "react";
import { MAX_REMARK } from "@/domain/grading/grade";
import type { Remark } from "./desk-draft";

interface Remarks {
  remarks: Readonly<Record<string, Remark>>;
  write: (subjectId: string, remark: Remark) => void;
}

const Context = createContext<Remarks | null>(null);

/** Feedback in its place, for everything within: the remarks of the grade that is being written. */
export function RemarksProvider({ children, ...remarks }: Remarks & { children: ReactNode }) {
  return <Context value={remarks}>{children}</Context>;
}

interface Props {
  subjectId: string;
  kind: Remark["kind"];
  /** What it is on, in words. */
  about: string;
}

/** A remark on one criterion, comment or response; a button until there is one. Kept with the draft of the grade. */
export function RemarkField({ subjectId, kind, about }: Props) {
  const t = useTranslations("grade.remark");
  const context = use(Context);
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!context) return null;
  const body = context.remarks[subjectId]?.body ?? "";
  if (!open && body === "") {
    return (
      <button
        className="link remark-add"
        type="button"
        data-remark=""
        aria-label={t("addOn", { about })}
        onClick={() => setOpen(true)}
      >
        {t("add")}
        <kbd aria-hidden>i</kbd>
      </button>
    );
  }
  return (
    <div className="remark-in">
      <label className="vh" htmlFor={id}>
        {t("on", { about })}
      </label>
      <textarea
        id={id}
        className="remark"
        data-remark=""
        data-words=""
        dir="auto"
        rows={1}
        maxLength={MAX_REMARK}
        placeholder={t("placeholder")}
        // It was opened to be written in.
        ref={(field) => {
          if (open && body === "") field?.focus();
        }}
        value={body}
        onChange={(event) => context.write(subjectId, { kind, body: event.target.value })}
        // It stays a field while somebody is in it, emptied or not.
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
    </div>
  );
}
