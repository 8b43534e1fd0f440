"use client";

import { useMutation } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { whetherOnline } from "@/components/grading/whether-online";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { decodeText } from "@/domain/source/decode";
import { useBook } from "./book-context";
import { ImportPreview } from "./import-preview";

/** What a file of marks would change, before anything is written. */
export function ImportPanel({ file, onClose }: { file: File; onClose: () => void }) {
  const t = useTranslations("gradebook.import");
  const { courseId } = useBook();
  const trpc = useTRPC();
  const problem = useRefusal();
  const heading = useRef<HTMLHeadingElement>(null);
  const read = useMutation(trpc.gradebook.preview.mutationOptions(whetherOnline));
  const open = useMutation({
    ...whetherOnline,
    mutationFn: async () => {
      const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
      return decoded.ok ? { preview: await read.mutateAsync({ courseId, csv: decoded.text }) } : decoded;
    },
  });
  const { mutate } = open;
  const wrong = (error: unknown) => {
    const refusal = refusalIn(error);
    if (refusal?.code === "unreadable-table") return t(`table.${refusal.why}`, { line: refusal.line });
    return refusal?.code === "unreadable-file" && refusal.reason === "empty"
      ? t("unreadable.empty")
      : problem(error);
  };
  /** What was pressed goes, and its focus with it. */
  const again = () => {
    heading.current?.focus();
    mutate();
  };
  useEffect(() => {
    heading.current?.focus();
    mutate();
  }, [mutate]);
  const found = open.data;
  return (
    <aside className="insp" aria-labelledby="import-title">
      <header>
        <h2 className="h-sec" id="import-title" ref={heading} tabIndex={-1}>
          {file.name}
        </h2>
        <button type="button" className="iconb" aria-label={t("close")} onClick={onClose}>
          <X className="i" aria-hidden />
        </button>
      </header>
      {open.isPending && <p role="status">{t("reading")}</p>}
      {open.error && (
        <div role="alert">
          <p className="err">{wrong(open.error)}</p>
          <button type="button" className="btn" onClick={again}>
            {t("retry")}
          </button>
        </div>
      )}
      {found && "reason" in found && (
        <p role="alert" className="err">
          {t(`unreadable.${found.reason}`)}
        </p>
      )}
      {found && "preview" in found && (
        <ImportPreview key={open.submittedAt} preview={found.preview} onAgain={again} onClose={onClose} />
      )}
    </aside>
  );
}
