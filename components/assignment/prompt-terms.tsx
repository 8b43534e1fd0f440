"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import type { PromptForm } from "./form-shape";

interface Props {
  value: PromptForm;
  /** Somebody has answered: who reads the answers stays. */
  inUse: boolean;
  around: { aliased: boolean; grouped: boolean };
  onChange: (part: Partial<PromptForm>) => void;
}

/** On what terms a prompt is answered: who reads it when, and under what name. */
export function PromptTerms({ value, inUse, around, onChange }: Props) {
  const t = useTranslations("assignment.prompt.terms");
  const id = useId();
  const terms = [
    { name: "postFirst", given: false, fixed: false },
    { name: "pseudonyms", given: around.aliased, fixed: around.aliased },
    { name: "wholeClass", given: !around.grouped, fixed: !around.grouped || inUse },
    { name: "steelman", given: false, fixed: false },
  ] as const;
  return (
    <fieldset className="terms">
      <legend className="fl">{t("title")}</legend>
      <div className="ticks">
        {terms.map(({ name, given, fixed }) => (
          <div key={name}>
            <label className="check" htmlFor={`${id}-${name}`}>
              <input
                id={`${id}-${name}`}
                type="checkbox"
                aria-describedby={`${id}-${name}-help`}
                disabled={fixed}
                checked={given || value[name]}
                onChange={(event) => onChange({ [name]: event.target.checked })}
              />
              {t(name)}
            </label>
            <p className="help" id={`${id}-${name}-help`}>
              {t(given ? `given.${name}` : `help.${name}`)}
            </p>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
