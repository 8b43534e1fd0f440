"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { instantOf } from "@/domain/assignment/zoned-time";
import type { AssignmentForm, FormFault } from "./form-state";

interface Props {
  value: Pick<AssignmentForm, "opens" | "due" | "closes">;
  timeZone: string;
  faults: readonly FormFault[];
  onChange: (value: Partial<Pick<AssignmentForm, "opens" | "due" | "closes">>) => void;
}

const times = ["opens", "due", "closes"] as const;

/** When it opens, is due and closes, by the clock of the course. */
export function DatesField({ value, timeZone, faults, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const id = useId();
  const odd = times.flatMap((name) => {
    const clock = instantOf(value[name], timeZone)?.clock;
    return clock === "skipped" || clock === "twice" ? [{ name, clock }] : [];
  });
  return (
    <fieldset className="row" id="dates">
      <legend className="kick">{t("dates")}</legend>
      <div className="col">
        <div className="three">
          {times.map((name) => (
            <div className="field" key={name}>
              <label className="fl" htmlFor={`${id}-${name}`}>
                {t(name)}
              </label>
              <input
                id={`${id}-${name}`}
                type="datetime-local"
                className="input n"
                required
                aria-describedby={`${id}-zone`}
                aria-invalid={faults.includes(name) || faults.includes("order")}
                value={value[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            </div>
          ))}
        </div>
        <p className="help zone-h" id={`${id}-zone`}>
          {t("zone", { zone: timeZone.replaceAll("_", " ") })}
        </p>
        {odd.map(({ name, clock }) => (
          <p className="help" key={name} role="status">
            {t(clock === "skipped" ? "clockSkips" : "clockTwice", { name: t(name) })}
          </p>
        ))}
      </div>
      <p className="gl">{t("datesHelp")}</p>
    </fieldset>
  );
}
