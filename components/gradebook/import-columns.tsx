"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MarksPreview } from "./shapes";

interface Props {
  preview: Pick<MarksPreview, "leftOut" | "renamed">;
  titleOf: (assignmentId: string) => string;
}

/** Columns that are left out, and those that went by another title when the file was written. */
export function ImportColumns({ preview, titleOf }: Props) {
  const t = useTranslations("gradebook.import");
  const { leftOut, renamed } = preview;
  if (leftOut.length + renamed.length === 0) return null;
  const code = (text: ReactNode) => <code>{text}</code>;
  return (
    <ul className="asks" aria-label={t("columns")}>
      {leftOut.map(({ at, name, why }) => (
        <li key={at}>{t.rich(`column.${why}`, { name, code })}</li>
      ))}
      {renamed.map(({ name, assignmentId }) => (
        <li key={name}>{t.rich("column.renamed", { name, title: titleOf(assignmentId), code })}</li>
      ))}
    </ul>
  );
}
