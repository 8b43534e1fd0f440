"use client";

import { useId } from "react";

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  disabled?: boolean;
  onChange: (value: Value) => void;
}

/** One of a few, side by side; the arrow keys go through them. */
export function SegChoice<Value extends string>({ label, value, options, disabled, onChange }: Props<Value>) {
  const id = useId();
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? "on" : undefined}>
          <input
            type="radio"
            className="vh"
            name={id}
            disabled={disabled}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
