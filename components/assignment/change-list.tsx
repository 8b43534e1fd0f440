"use client";

import { TriangleAlert, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import type { Effect, EffectField } from "@/domain/assignment/effect-shape";
import { EffectLine } from "./effect-line";
import { type Change, changeKey } from "./form-changes";
import type { AssignmentForm } from "./form-shape";
import { useChangeWords } from "./use-change-words";
import type { Effects } from "./use-effects";
import type { Said } from "./use-form-words";

interface Props {
  saved: AssignmentForm;
  form: AssignmentForm;
  changes: readonly Change[];
  said: Said;
  effects: Effects;
  /** It was to be saved before it was read whom it touches. */
  unread: boolean;
  box: RefObject<HTMLInputElement | null>;
  onUndo: (change: Change) => void;
}

/** Which field of the form an effect is about. */
const fieldOf = (field: EffectField): string => {
  const renamed: Partial<Record<EffectField, string>> = {
    opensAt: "opens",
    dueAt: "due",
    closesAt: "closes",
    rubricId: "rubric",
  };
  return renamed[field] ?? field;
};

const isAbout = (effect: Effect, change: Change) =>
  change.in === "assignment"
    ? fieldOf(effect.field) === change.field
    : change.in === "prompt" && effect.field === "prompts" && effect.subject === change.title;

const effectKey = ({ field, what, subject, to }: Effect) => [field, what, subject, to].join("|");

/** What is not saved yet, how many students each change touches, and what has to be read before it is saved. */
export function ChangeList({ saved, form, changes, said, effects, unread, box, onUndo }: Props) {
  const t = useTranslations("assignment.changes");
  const words = useChangeWords(said);
  const told = effects.touched?.effects ?? [];
  const serious = told.filter((effect) => effect.serious);
  const others = told.filter((effect) => !effect.serious && effect.touches > 0);
  return (
    <>
      <ul>
        {changes.map((change) => {
          const { name, from, to } = words(change, saved, form);
          const count = Math.max(
            0,
            ...told.filter((effect) => isAbout(effect, change)).map((effect) => effect.touches),
          );
          return (
            <li key={changeKey(change)}>
              <span className="wh" dir="auto">
                <b>{name}</b> {from !== null && <>{from} </>}
                {from !== null && (
                  <>
                    <span aria-hidden="true">→</span>
                    <span className="vh">{t("to")}</span>{" "}
                  </>
                )}
                {to}
              </span>
              <span className="whom">
                {effects.touched && t.rich("students", { count, b: (text) => <b>{text}</b> })}
              </span>
              <button
                type="button"
                className="iconb"
                aria-label={t("undoOne", { name })}
                onClick={() => {
                  onUndo(change);
                  // The line goes, and its button with it.
                  document.getElementById("saving")?.focus({ preventScroll: true });
                }}
              >
                <Undo2 className="i s" aria-hidden="true" />
              </button>
            </li>
          );
        })}
      </ul>
      <div role="status">
        {effects.asking && <p className="help">{t("asking")}</p>}
        {effects.failed && <p className="help">{t("failed")}</p>}
        {others.map((effect) => (
          <p className="help" key={effectKey(effect)}>
            <EffectLine effect={effect} />
          </p>
        ))}
      </div>
      {serious.length > 0 && (
        <div className="note now">
          <TriangleAlert className="i" aria-hidden="true" />
          <div>
            <p role="alert">
              <b>{t("needsYou", { count: serious.length })}</b>
            </p>
            <ul className="grave">
              {serious.map((effect) => (
                <li key={effectKey(effect)}>
                  <EffectLine effect={effect} />
                  {effect.field === "extensions" && (
                    <>
                      {" "}
                      <a className="link" href="#extensions">
                        {t("toExtensions")}
                      </a>
                    </>
                  )}
                </li>
              ))}
            </ul>
            <label className="check tell">
              <input
                ref={box}
                type="checkbox"
                aria-invalid={unread && !effects.acknowledged}
                checked={effects.acknowledged}
                onChange={(event) => effects.acknowledge(event.target.checked)}
              />
              <span>{t("acknowledge")}</span>
            </label>
            {unread && !effects.acknowledged && (
              <p className="err" role="alert">
                {t("unread")}
              </p>
            )}
          </div>
        </div>
      )}
    </>
  );
}
