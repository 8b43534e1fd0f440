"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { newId } from "@/components/trpc/new-id";
import type { AssignmentForm } from "./form-shape";

export interface SourceChoice {
  versionId: string;
  title: string;
  byline: string;
  paragraphs: number;
}

interface Props {
  sources: readonly SourceChoice[];
  value: AssignmentForm["readings"];
  /** Versions somebody has written in: they stay. */
  inUse: ReadonlySet<string>;
  courseId: string;
  place: RefObject<HTMLFieldSetElement | null>;
  onChange: (value: AssignmentForm["readings"]) => void;
}

/** Which published sources are read. */
export function ReadingChooser({ sources, value, inUse, courseId, place, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const toggle = (versionId: string, chosen: boolean) =>
    onChange(
      chosen
        ? [...value, { id: newId(), versionId }]
        : value.filter((reading) => reading.versionId !== versionId),
    );
  return (
    <fieldset className="chooser" ref={place}>
      <legend className="fl">{t("readings")}</legend>
      {sources.length === 0 ? (
        <p className="soft">
          {t("noSources")}{" "}
          <a className="link" href={`/courses/${courseId}/sources/new`}>
            {t("importOne")}
          </a>
        </p>
      ) : (
        <ul className="choices">
          {sources.map((source) => (
            <li key={source.versionId}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={value.some((reading) => reading.versionId === source.versionId)}
                  disabled={inUse.has(source.versionId)}
                  onChange={(event) => toggle(source.versionId, event.target.checked)}
                />
                <span className="src nm" dir="auto">
                  {source.title}
                </span>
              </label>
              <span className="faint">
                {inUse.has(source.versionId) ? t("written") : t("paragraphs", { count: source.paragraphs })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
