"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { RubricRevision } from "./rubric-revision";
import { RubricTable } from "./rubric-table";

interface Props {
  courseId: string;
  rubricId: string;
  /** What it is to add up to, a decimal. */
  of: string;
}

/** A rubric that stands: to look at, and to change wherever it is used. */
export function HeldRubric({ courseId, rubricId, of }: Props) {
  const t = useTranslations("assignment.rubric");
  const trpc = useTRPC();
  const list = useQuery(trpc.rubric.list.queryOptions({ courseId }));
  const [opened, setOpened] = useState(false);
  const rubric = list.data?.find((each) => each.id === rubricId);
  if (!rubric) return <p className="help">{t(list.isPending ? "loading" : "unreachable")}</p>;
  if (opened) {
    return (
      <RubricRevision
        key={rubric.id}
        courseId={courseId}
        rubric={rubric}
        of={of}
        onDone={() => setOpened(false)}
      />
    );
  }
  return (
    <>
      <RubricTable criteria={rubric.criteria} />
      <p className="adds">
        <button type="button" className="btn" onClick={() => setOpened(true)}>
          {t("change")}
        </button>
        <span className="faint">
          {rubric.usedIn.length > 1 &&
            t("usedIn", {
              count: rubric.usedIn.length,
              titles: rubric.usedIn.map(({ title }) => title).join(", "),
            })}
        </span>
      </p>
    </>
  );
}
