"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Choice } from "./choice";
import type { Scope, Wanted } from "./scope";
import type { Choices } from "./shapes";

interface ScopePickersProps {
  choices: Choices;
  scope: Scope;
  onScope: (next: Partial<Wanted>) => void;
}

/** Of which assignment and which section the page speaks. */
export function ScopePickers({ choices: { assignments, sections }, scope, onScope }: ScopePickersProps) {
  const t = useTranslations("insight.scope");
  const format = useFormatter();
  const blind = assignments.filter(
    (each) => each.blind && (scope.assignmentId === null || each.id === scope.assignmentId),
  );
  return (
    <div className="pick">
      {assignments.length > 1 && (
        <Choice
          label={t("assignment")}
          value={scope.assignmentId ?? ""}
          options={[
            { value: "", label: t("allAssignments") },
            ...assignments.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={(assignment) => onScope({ assignment, reading: null })}
        />
      )}
      {sections.length > 0 && (
        <Choice
          label={t("section")}
          value={scope.sectionId ?? ""}
          options={[
            { value: "", label: t("everybody") },
            ...sections.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(section) => onScope({ section })}
        />
      )}
      {scope.sectionId !== null && blind.length > 0 && (
        <p className="soft">
          {t("bySection", { titles: format.list(blind.map(({ title }) => title)), count: blind.length })}
        </p>
      )}
    </div>
  );
}
