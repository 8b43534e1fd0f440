"use client";

import { ArrowDown, ArrowUp, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";

interface Props {
  name: string;
  at: number;
  of: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** Up, down, out. A button at the end of its way keeps the focus and does nothing. */
export function OrderButtons({ name, at, of, onMove, onRemove }: Props) {
  const t = useTranslations("frame.edit");
  const button = (by: -1 | 1, label: string) => {
    const isEnd = by === -1 ? at === 0 : at === of - 1;
    return (
      <button
        type="button"
        className="iconb"
        aria-label={label}
        title={label}
        aria-disabled={isEnd}
        onClick={() => !isEnd && onMove(by)}
      >
        {by === -1 ? <ArrowUp className="i" aria-hidden /> : <ArrowDown className="i" aria-hidden />}
      </button>
    );
  };
  return (
    <span className="fe-order">
      {button(-1, t("up", { name }))}
      {button(1, t("down", { name }))}
      <button
        type="button"
        className="iconb"
        aria-label={t("remove", { name })}
        title={t("remove", { name })}
        onClick={onRemove}
      >
        <Trash2 className="i" aria-hidden />
      </button>
    </span>
  );
}
