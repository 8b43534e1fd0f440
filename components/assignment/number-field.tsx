"use client";

import { useId, useState } from "react";

interface Props {
  label: string;
  most: number;
  value: number;
  disabled?: boolean;
  onChange: (value: number) => void;
}

/** A whole number from 0 to `most`; while it is being typed it may be empty. */
export function NumberField({ label, most, value, disabled, onChange }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div className="field">
      <label className="fl" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        type="number"
        className="input n"
        min={0}
        max={most}
        step={1}
        inputMode="numeric"
        disabled={disabled}
        value={typed ?? value}
        onBlur={() => setTyped(null)}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = Math.trunc(Number(event.target.value));
          if (Number.isFinite(number)) onChange(Math.min(most, Math.max(0, number)));
        }}
      />
    </div>
  );
}
