"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type Colour, palette } from "@/domain/frame/frame";

interface Props {
  /** Tells this position's choice from the others'. */
  name: string;
  value: Colour;
  /** Those that other positions have. */
  taken: readonly string[];
  onChange: (colour: Colour) => void;
}

/** One colour of the palette, each with its name. */
export function ColourField({ name, value, taken, onChange }: Props) {
  const t = useTranslations("frame.edit");
  return (
    <fieldset className="field fe-colour">
      <legend className="fl">{t("colour")}</legend>
      <span className="fe-swatches">
        {palette.map((colour) => {
          const label = t(`colours.${colour}`);
          const said = taken.includes(colour) ? t("colourTaken", { colour: label }) : label;
          return (
            <label key={colour} title={said}>
              <input
                type="radio"
                className="vh"
                name={name}
                checked={colour === value}
                onChange={() => onChange(colour)}
              />
              <span className="fe-swatch" style={{ background: `var(--${colour})` }}>
                {colour === value && <Check className="i" aria-hidden />}
              </span>
              <span className="vh">{said}</span>
            </label>
          );
        })}
      </span>
    </fieldset>
  );
}
