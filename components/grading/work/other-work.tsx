"use client";

import { useTranslations } from "next-intl";
import type { Beside } from "@/components/grading/grading-types";
import { Dialog } from "@/components/ui/dialog";

interface Props {
  courseId: string;
  studentId: string;
  name: string;
  /** Null until it is there. */
  beside: Beside | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What else the student did in the course, a link away; it opens beside the desk, which stays as it is. */
export function OtherWork({ courseId, studentId, name, beside, open, onOpenChange }: Props) {
  const t = useTranslations("grade.other");
  const others = beside?.others;
  return (
    <Dialog title={t("title", { name })} open={open} onOpenChange={onOpenChange}>
      {beside === null && (
        <p className="soft" role="status">
          {t("loading")}
        </p>
      )}
      {beside && others === null && <p className="soft">{t("blind")}</p>}
      {others?.length === 0 && <p className="soft">{t("none")}</p>}
      {others && others.length > 0 && (
        <ul className="others">
          {others.map((other) => (
            <li key={other.id}>
              <a
                className="link"
                href={`/courses/${courseId}/grade/${other.id}?student=${studentId}`}
                target="_blank"
                rel="noreferrer"
              >
                {other.title}
                <span className="vh"> {t("newTab")}</span>
              </a>
              <span className="n faint">
                {other.total === null
                  ? t("notGraded")
                  : t(other.released ? "released" : "draft", { total: other.total, most: other.most })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
