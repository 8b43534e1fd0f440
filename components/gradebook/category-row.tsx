"use client";

import { ArrowUp, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { CategoryFault, CategoryForm } from "./categories-form";

interface Props {
  category: CategoryForm;
  fault: CategoryFault | null;
  /** How many assignments stand in it. */
  used: number;
  onChange: (next: Partial<CategoryForm>) => void;
  onUp: (() => void) | null;
  onRemove: () => void;
}

export function CategoryRow({ category, fault, used, onChange, onUp, onRemove }: Props) {
  const t = useTranslations("gradebook.categories");
  const faultId = useId();
  const name = category.name || t("unnamed");
  return (
    <li>
      <input
        className="input"
        aria-label={t("name")}
        placeholder={t("name")}
        maxLength={80}
        aria-invalid={fault === "name" || fault === "same-name"}
        aria-describedby={fault ? faultId : undefined}
        value={category.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <label>
        <input
          className="input n"
          inputMode="decimal"
          aria-label={t("weightOf", { name })}
          aria-invalid={fault === "weight"}
          value={category.weight}
          onChange={(event) => onChange({ weight: event.target.value })}
        />{" "}
        %
      </label>
      <label>
        {t("drop")}{" "}
        <input
          className="input n"
          type="number"
          min={0}
          max={50}
          aria-label={t("dropOf", { name })}
          value={category.dropLowest}
          onChange={(event) =>
            onChange({ dropLowest: Math.max(0, Math.min(50, Math.trunc(Number(event.target.value) || 0))) })
          }
        />
      </label>
      <span className="faint">{t("used", { count: used })}</span>
      <button
        type="button"
        className="iconb"
        aria-label={t("up", { name })}
        disabled={!onUp}
        onClick={onUp ?? undefined}
      >
        <ArrowUp className="i" aria-hidden />
      </button>
      <button type="button" className="iconb" aria-label={t("remove", { name })} onClick={onRemove}>
        <X className="i" aria-hidden />
      </button>
      {fault && (
        <p className="err" id={faultId}>
          {t(`fault.${fault}`)}
        </p>
      )}
    </li>
  );
}
