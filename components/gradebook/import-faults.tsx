"use client";

import { useTranslations } from "next-intl";
import type { MarksPreview } from "./shapes";

interface Props {
  faults: MarksPreview["faults"];
  nameOf: (studentId: string) => string;
  titleOf: (assignmentId: string) => string;
}

/** As many as are worth reading one by one. */
const MOST = 100;

/** What in the file cannot be taken, and is left out. */
export function ImportFaults({ faults, nameOf, titleOf }: Props) {
  const t = useTranslations("gradebook.import");
  if (faults.length === 0) return null;
  return (
    <ol className="asks" aria-label={t("faults")}>
      {faults.slice(0, MOST).map((fault) => (
        <li key={`${fault.line}/${"assignmentId" in fault ? fault.assignmentId : ""}`}>
          <p>
            {"studentId" in fault && (
              <b>
                <bdi>{nameOf(fault.studentId)}</bdi>, {titleOf(fault.assignmentId)}
              </b>
            )}{" "}
            <span className="faint">{t("line", { line: fault.line })}</span>
          </p>
          <p>
            {t.rich(`fault.${fault.fault}`, {
              said: fault.said,
              most: "most" in fault ? fault.most : "",
              code: (text) => <code>{text}</code>,
            })}
          </p>
        </li>
      ))}
      {faults.length > MOST && <li>{t("moreFaults", { count: faults.length - MOST })}</li>}
    </ol>
  );
}
