"use client";

import { type ComponentProps, useId, useState } from "react";

interface NumberProps extends Pick<ComponentProps<"input">, "id" | "aria-describedby" | "aria-invalid"> {
  /** Said where no label stands beside it. */
  "aria-label"?: string;
  least?: number;
  most: number;
  value: number;
  disabled?: boolean;
  small?: boolean;
  onChange: (value: number) => void;
}

/** A whole number from `least` (0) to `most`; while it is being typed it may be empty. */
export function NumberInput({ least = 0, most, value, small = false, onChange, ...rest }: NumberProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...rest}
      type="number"
      className={small ? "input n num" : "input n"}
      min={least}
      max={most}
      step={1}
      inputMode="numeric"
      value={typed ?? value}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        setTyped(event.target.value);
        const number = Math.trunc(Number(event.target.value));
        if (Number.isFinite(number)) onChange(Math.min(most, Math.max(least, number)));
      }}
    />
  );
}

interface FieldProps {
  label: string;
  most: number;
  value: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** A number under its label. */
export function NumberField({ label, ...input }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="fl" htmlFor={id}>
        {label}
      </label>
      <NumberInput id={id} {...input} />
    </div>
  );
}

interface InlineProps {
  /** The whole of it, for whoever does not see what stands around the number. */
  label: string;
  before: string;
  after: string;
  least?: number;
  most: number;
  value: number;
  onChange: (value: number) => void;
}

/** A number within a line of words. */
export function InlineNumber({ label, before, after, ...input }: InlineProps) {
  return (
    <span className="inl">
      <span aria-hidden="true">{before}</span>
      <NumberInput small aria-label={label} {...input} />
      <span aria-hidden="true">{after}</span>
    </span>
  );
}
