"use client";

import { useId } from "react";

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}

/** More than this would not stand in one row. */
const MOST_BUTTONS = 3;

/** One of several: buttons side by side, or, of many, a list. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  if (options.length > MOST_BUTTONS) {
    return (
      <span className="choice">
        <label className="vh" htmlFor={id}>
          {label}
        </label>
        <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </span>
    );
  }
  return (
    <fieldset className="seg">
      <legend className="vh">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
        </button>
      ))}
    </fieldset>
  );
}
