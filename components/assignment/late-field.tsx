"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { Fault } from "./fault";
import type { LateForm } from "./form-shape";
import { GraceField } from "./grace-field";
import { LateCurve } from "./late-curve";
import { InlineNumber, NumberInput } from "./number-field";
import { SegChoice } from "./seg-choice";

const kinds = ["none", "grace", "perDay", "steps"] as const;
type Kind = (typeof kinds)[number];

const MOST_STEPS = 10;

/** What each kind begins with. */
const first: { [Each in Kind]: Extract<LateForm, { kind: Each }> } = {
  none: { kind: "none" },
  grace: { kind: "grace", graceMinutes: 60 },
  perDay: { kind: "perDay", graceMinutes: 60, percent: 10, floor: 50 },
  steps: {
    kind: "steps",
    graceMinutes: 60,
    steps: [
      { days: 1, kept: 90 },
      { days: 2, kept: 75 },
      { days: 3, kept: 50 },
    ],
    floor: 0,
  },
};

interface Props {
  value: LateForm;
  /** Wall-clock times of the form. */
  due: string;
  closes: string;
  timeZone: string;
  wrong: boolean;
  onChange: (value: LateForm) => void;
}

/** What lateness takes off, and a picture of it. */
export function LateField({ value, due, closes, timeZone, wrong, onChange }: Props) {
  const t = useTranslations("assignment.late");
  const tFault = useTranslations("assignment.save.faults");
  /** What the other kinds were last set to: looking at one of them loses nothing. */
  const others = useRef<Partial<Record<Kind, LateForm>>>({});
  const choose = (kind: Kind) => {
    others.current[value.kind] = value;
    onChange(others.current[kind] ?? first[kind]);
  };
  return (
    <fieldset className="row" id="late">
      <legend className="kick">{t("title")}</legend>
      <div className="col">
        <SegChoice
          label={t("policy")}
          value={value.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          onChange={choose}
        />
        {value.kind !== "none" && (
          <>
            <LateCurve policy={value} due={due} closes={closes} timeZone={timeZone} />
            <div className="stepf">
              <GraceField
                value={value.graceMinutes}
                onChange={(graceMinutes) => onChange({ ...value, graceMinutes })}
              />
              {value.kind === "perDay" && <PerDay value={value} onChange={onChange} />}
              {value.kind === "steps" && <Steps value={value} onChange={onChange} />}
            </div>
          </>
        )}
        {wrong && <Fault>{tFault("late")}</Fault>}
      </div>
      <p className="gl">{t(`help.${value.kind}`)}</p>
    </fieldset>
  );
}

interface KindProps<Each extends Kind> {
  value: Extract<LateForm, { kind: Each }>;
  onChange: (value: LateForm) => void;
}

function PerDay({ value, onChange }: KindProps<"perDay">) {
  const t = useTranslations("assignment.late");
  return (
    <>
      <InlineNumber
        label={t("lessLabel")}
        before={t("less")}
        after={t("lessEach")}
        least={1}
        most={100}
        value={value.percent}
        onChange={(percent) => onChange({ ...value, percent })}
      />
      <InlineNumber
        label={t("floorLabel")}
        before={t("floor")}
        after="%"
        most={100}
        value={value.floor}
        onChange={(floor) => onChange({ ...value, floor })}
      />
    </>
  );
}

function Steps({ value, onChange }: KindProps<"steps">) {
  const t = useTranslations("assignment.late");
  const { steps } = value;
  const last = steps.at(-1);
  const set = (at: number, part: Partial<(typeof steps)[number]>) =>
    onChange({ ...value, steps: steps.map((step, index) => (index === at ? { ...step, ...part } : step)) });
  const add = () => {
    const next = { days: (last?.days ?? 0) + 1, kept: Math.max(value.floor, (last?.kept ?? 100) - 25) };
    onChange({ ...value, steps: [...steps, next] });
  };
  return (
    <>
      {[...steps.entries()].map(([at, step]) => (
        <span className="step" key={at}>
          <span aria-hidden="true">{t("then")}</span>
          <NumberInput
            small
            most={100}
            aria-label={t("kept", { step: at + 1 })}
            value={step.kept}
            onChange={(kept) => set(at, { kept })}
          />
          <span aria-hidden="true">{t("toDay")}</span>
          <NumberInput
            small
            least={1}
            most={365}
            aria-label={t("days", { step: at + 1 })}
            value={step.days}
            onChange={(days) => set(at, { days })}
          />
          {steps.length > 1 && (
            <button
              type="button"
              className="iconb"
              aria-label={t("dropStep", { step: at + 1 })}
              onClick={() => onChange({ ...value, steps: steps.toSpliced(at, 1) })}
            >
              <X className="i s" aria-hidden="true" />
            </button>
          )}
        </span>
      ))}
      <InlineNumber
        label={t("afterwardsLabel")}
        before={t("afterwards")}
        after="%"
        most={100}
        value={value.floor}
        onChange={(floor) => onChange({ ...value, floor })}
      />
      {steps.length < MOST_STEPS && (
        <button type="button" className="iconb" aria-label={t("addStep")} onClick={add}>
          <Plus className="i" aria-hidden="true" />
        </button>
      )}
    </>
  );
}
