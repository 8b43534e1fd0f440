"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { PromptForm } from "./form-shape";
import { promptFaults } from "./form-state";
import { NumberField } from "./number-field";

interface FrameChoice {
  id: string;
  name: string;
  /** Taken out of the frame: to be seen only where it is named. */
  removed: boolean;
}

export interface FrameChoices {
  positions: readonly FrameChoice[];
  dimensions: readonly FrameChoice[];
  terms: readonly FrameChoice[];
}

const offered = (choices: readonly FrameChoice[], isNamed: (id: string) => boolean) =>
  choices.filter(({ id, removed }) => !removed || isNamed(id));

interface Props {
  value: PromptForm;
  frame: FrameChoices;
  onChange: (part: Partial<PromptForm>) => void;
}

const owed = [
  { name: "wordsMin", most: 20_000 },
  { name: "wordsMax", most: 20_000 },
  { name: "citationsMin", most: 50 },
  { name: "readingsMin", most: 50 },
  { name: "positionsMin", most: 20 },
  { name: "repliesMin", most: 50 },
] as const;

/** What an answer owes: how long, how many passages from how many readings, which positions, how many replies. */
export function PromptAsks({ value, frame, onChange }: Props) {
  const t = useTranslations("assignment.prompt");
  const id = useId();
  const faults = promptFaults(value);
  const { kind } = value;
  const positions = offered(frame.positions, (positionId) => value.positions.includes(positionId));
  const called = ({ name, removed }: FrameChoice) => (removed ? t("takenOut", { name }) : name);

  const toggle = (positionId: string, on: boolean) => {
    const known = frame.positions.map((position) => position.id);
    // In the frame's order, so that the same choice is the same whoever made it.
    const next = [...known, ...value.positions.filter((each) => !known.includes(each))];
    onChange({
      positions: next.filter((each) => (each === positionId ? on : value.positions.includes(each))),
    });
  };

  return (
    <>
      {kind === "compare" && (
        <Chosen
          label={t("dimension")}
          none={t("anyDimension")}
          options={offered(frame.dimensions, (each) => each === value.dimensionId)}
          called={called}
          value={value.dimensionId}
          onChange={(dimensionId) => onChange({ dimensionId })}
        />
      )}
      {kind === "term" && (
        <Chosen
          label={t("term")}
          none={t("anyTerm")}
          options={offered(frame.terms, (each) => each === value.termId)}
          called={called}
          value={value.termId}
          onChange={(termId) => onChange({ termId })}
        />
      )}
      <div className="owed">
        {owed.map((field) => (
          <NumberField
            key={field.name}
            label={t(field.name)}
            most={field.most}
            value={value[field.name]}
            onChange={(next) => onChange({ [field.name]: next })}
          />
        ))}
      </div>
      <p className="help">{t("zeroHelp")}</p>
      {faults.includes("words") && <Fault>{t("wordsOrder")}</Fault>}
      {positions.length > 0 && (
        <fieldset className="cited">
          <legend className="fl">{t(kind === "compare" ? "comparedPositions" : "citedPositions")}</legend>
          <div className="ticks">
            {positions.map((position) => (
              <label key={position.id} className="check" htmlFor={`${id}-${position.id}`}>
                <input
                  id={`${id}-${position.id}`}
                  type="checkbox"
                  checked={value.positions.includes(position.id)}
                  onChange={(event) => toggle(position.id, event.target.checked)}
                />
                <span dir="auto">{called(position)}</span>
              </label>
            ))}
          </div>
          <p className="help">{t(kind === "compare" ? "comparedHelp" : "citedHelp")}</p>
          {faults.includes("two") && <Fault>{t("two")}</Fault>}
        </fieldset>
      )}
    </>
  );
}

function Fault({ children }: { children: string }) {
  return (
    <p className="err" role="alert">
      <CircleAlert className="i" aria-hidden="true" />
      {children}
    </p>
  );
}

interface ChosenProps {
  label: string;
  none: string;
  options: readonly FrameChoice[];
  called: (choice: FrameChoice) => string;
  value: string | null;
  onChange: (id: string | null) => void;
}

function Chosen({ label, none, options, called, value, onChange }: ChosenProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="fl" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {called(option)}
          </option>
        ))}
      </select>
    </div>
  );
}
