"use client";

import { useTranslations } from "next-intl";
import type { BenchPlace } from "./place";
import { isPlainClick } from "./plain-click";

interface Props {
  prompts: readonly { id: string; title: string }[];
  criteria: readonly { id: string; name: string }[];
  promptId: string | null;
  criterionId: string | null;
  hrefOf: (change: Partial<BenchPlace>) => string;
  onGo: (change: Partial<BenchPlace>) => void;
}

/** What can be gone through over all students: a prompt, and one criterion at a time. */
export function PromptList({ prompts, criteria, promptId, criterionId, hrefOf, onGo }: Props) {
  const t = useTranslations("grade.prompts");
  const item = (change: Partial<BenchPlace>, label: string, current: boolean, key: string) => (
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
          <h3 className="grp">{t("oneCriterion")}</h3>
          <ol className="rows by-prompt">
            {item({ criterionId: null }, t("allCriteria", { count: criteria.length }), !criterionId, "all")}
            {criteria.map((one) => item({ criterionId: one.id }, one.name, one.id === criterionId, one.id))}
          </ol>
        </>
      )}
    </>
  );
}
