"use client";

import { useTranslations } from "next-intl";
import { newId } from "@/components/trpc/new-id";
import { type AssignmentForm, moved } from "./form-state";

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
  onChange: (value: AssignmentForm["readings"]) => void;
}

/** Which published sources are read, and in which order. */
export function ReadingsField({ sources, value, inUse, courseId, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const titleOf = (versionId: string) =>
    sources.find((source) => source.versionId === versionId)?.title ?? versionId;
  const toggle = (versionId: string, chosen: boolean) =>
    onChange(
      chosen
        ? [...value, { id: newId(), versionId }]
        : value.filter((reading) => reading.versionId !== versionId),
    );

  return (
    <fieldset className="row" id="work">
      <legend className="kick">{t("readings")}</legend>
      <div className="col">
        {sources.length === 0 ? (
          <p className="soft">
            {t("noSources")}{" "}
            <a className="link" href={`/courses/${courseId}/sources/new`}>
              {t("importOne")}
            </a>
          </p>
        ) : (
          <ul className="choices">
            {sources.map((source) => {
              const chosen = value.some((reading) => reading.versionId === source.versionId);
              const fixed = inUse.has(source.versionId);
              return (
                <li key={source.versionId}>
                  <label className="check">
                    <input
                      type="checkbox"
                      checked={chosen}
                      disabled={fixed}
                      onChange={(event) => toggle(source.versionId, event.target.checked)}
                    />
                    <span className="src nm" dir="auto">
                      {source.title}
                    </span>
                  </label>
                  <span className="faint">
                    {fixed ? t("written") : t("paragraphs", { count: source.paragraphs })}
                  </span>
                </li>
              );
            })}
          </ul>
        )}
        {value.length > 1 && (
          <ol className="items order" aria-label={t("order")}>
            {value.map((reading, at) => (
              <li key={reading.id}>
                <b className="rn n">{at + 1}</b>
                <span className="src nm" dir="auto">
                  {titleOf(reading.versionId)}
                </span>
                <span className="moves">
                  {([-1, 1] as const).map((by) => (
                    <button
                      key={by}
                      type="button"
                      className="btn bare"
                      disabled={at + by < 0 || at + by >= value.length}
                      onClick={() => onChange(moved(value, at, by))}
                    >
                      <span aria-hidden="true">{by === -1 ? "↑" : "↓"}</span>
                      <span className="vh">
                        {t(by === -1 ? "moveUp" : "moveDown", { title: titleOf(reading.versionId) })}
                      </span>
                    </button>
                  ))}
                </span>
              </li>
            ))}
          </ol>
        )}
      </div>
      <p className="gl">{t("readingsHelp")}</p>
    </fieldset>
  );
}
