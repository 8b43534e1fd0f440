"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { BenchPlace } from "@/components/grading/place";
import { isPlainClick } from "@/components/grading/plain-click";
import { leftOf } from "@/components/grading/prompt-progress";
import { useTRPC } from "@/components/trpc/client";

interface Props {
  courseId: string;
  assignmentId: string;
  prompts: readonly { id: string; title: string }[];
  criteria: readonly { id: string; name: string }[];
  promptId: string | null;
  criterionId: string | null;
  hrefOf: (change: Partial<BenchPlace>) => string;
  onGo: (change: Partial<BenchPlace>) => void;
}

/** What can be gone through over all students: a prompt, and one criterion at a time. */
export function PromptList(props: Props) {
  const { courseId, assignmentId, prompts, criteria, promptId, criterionId, hrefOf, onGo } = props;
  const t = useTranslations("grade.prompts");
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.grade.byPrompt.queryOptions({ courseId, assignmentId, promptId: promptId ?? "" }),
    enabled: promptId !== null,
  });
  const left = data ? leftOf(data.students, criteria) : {};
  const item = (
    change: Partial<BenchPlace>,
    label: string,
    current: boolean,
    key: string,
    count?: number,
  ) => (
    <li key={key} className={current ? "q-pick" : undefined}>
      <a
        href={hrefOf(change)}
        aria-current={current ? "true" : undefined}
        onClick={(event) => {
          if (!isPlainClick(event)) return;
          event.preventDefault();
          onGo(change);
        }}
      >
        <span className="nm two">{label}</span>
        {count !== undefined && (
          <span className="v">
            <span aria-hidden>{count}</span>
            <span className="vh">{t("left", { count })}</span>
          </span>
        )}
      </a>
    </li>
  );
  return (
    <>
      <h3 className="grp">{t("title")}</h3>
      <ol className="rows by-prompt">
        {prompts.map((prompt) =>
          item({ promptId: prompt.id }, prompt.title, prompt.id === promptId, prompt.id),
        )}
      </ol>
      {criteria.length > 1 && (
        <>
          <h3 className="grp">
            {t("oneCriterion")} <span aria-hidden>{t("leftShort")}</span>
          </h3>
          <ol className="rows by-prompt">
            {item(
              { criterionId: null },
              t("allCriteria", { count: criteria.length }),
              !criterionId,
              "all",
              left.all,
            )}
            {criteria.map((one) =>
              item({ criterionId: one.id }, one.name, one.id === criterionId, one.id, left[one.id]),
            )}
          </ol>
        </>
      )}
    </>
  );
}
