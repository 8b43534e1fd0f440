"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { instantOf, localOf } from "@/domain/assignment/zoned-time";
import { oddSpan } from "./date-span";
import { Fault } from "./fault";
import type { AssignmentForm } from "./form-shape";
import type { FormFault } from "./form-state";
import { useLocalTime } from "./use-local-time";

type Dates = Pick<AssignmentForm, "opens" | "due" | "closes">;

interface Props {
  value: Dates;
  /** What is saved; null for an assignment that is new. */
  held: Dates | null;
  timeZone: string;
  faults: readonly FormFault[];
  onChange: (value: Partial<Dates>) => void;
}

const times = ["opens", "due", "closes"] as const;
const spans = [
  ["opens", "due"],
  ["due", "closes"],
] as const;

/** When it opens, is due and closes, by the clock of the course. */
export function DatesField({ value, held, timeZone, faults, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const tFault = useTranslations("assignment.save.faults");
  const { moment } = useLocalTime();
  const id = useId();
  /** The zone of whoever writes; the server does not know it. */
  const [ownZone, setOwnZone] = useState<string | null>(null);
  useEffect(() => setOwnZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const dueAt = instantOf(value.due, timeZone)?.at;
  const own = ownZone && dueAt ? localOf(dueAt, ownZone) : null;
  const amiss = times.filter((name) => faults.includes(name));
  const isWrong = (name: (typeof times)[number]) => faults.includes(name) || faults.includes("order");
  return (
    <fieldset className="row" id="dates">
      <legend className="kick">{t("dates")}</legend>
      <div className="col">
        <div className="three">
          {times.map((name) => {
            const was = held && held[name] !== value[name] ? held[name] : null;
            return (
              <div className={was ? "field chg" : "field"} key={name}>
                <label className="fl" htmlFor={`${id}-${name}`}>
                  {t(name)}
                </label>
                <input
                  id={`${id}-${name}`}
                  type="datetime-local"
                  className="input n"
                  required
                  aria-describedby={`${id}-zone ${id}-${name}-was ${id}-faults`}
                  aria-invalid={isWrong(name)}
                  value={value[name]}
                  onChange={(event) => onChange({ [name]: event.target.value })}
                />
                <small className="was" id={`${id}-${name}-was`}>
                  {was && t("was", { what: moment(was) })}
                </small>
              </div>
            );
          })}
        </div>
        <div id={`${id}-faults`}>
          {amiss.map((name) => (
            <Fault key={name}>{tFault(name)}</Fault>
          ))}
          {faults.includes("order") && <Fault>{tFault("order")}</Fault>}
        </div>
        <p className="help zone-h" id={`${id}-zone`}>
          {t("zone", { zone: timeZone.replaceAll("_", " ") })}{" "}
          {own !== null &&
            own !== value.due &&
            t("ownZone", { when: moment(own), zone: ownZone?.replaceAll("_", " ") ?? "" })}
        </p>
        <div role="status">
          {times.map((name) => {
            const clock = instantOf(value[name], timeZone)?.clock ?? "once";
            if (clock === "once") return null;
            return (
              <p className="help" key={name}>
                {t(clock === "skipped" ? "clockSkips" : "clockTwice", { name: t(name) })}
              </p>
            );
          })}
          {spans.map(([from, to]) => {
            const span = oddSpan(value[from], value[to], timeZone);
            if (!span) return null;
            return (
              <p className="help" key={from}>
                {t(`span.${span.clock}`, { from: t(from), to: t(to), ...span })}
              </p>
            );
          })}
        </div>
      </div>
      <p className="gl">{t("datesHelp")}</p>
    </fieldset>
  );
}
