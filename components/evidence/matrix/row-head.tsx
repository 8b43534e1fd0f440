import { useTranslations } from "next-intl";
import { memo } from "react";
import { roles } from "@/components/ui/grid-roles";
import type { PositionView } from "../shapes";

const PALETTE = /^pos-[1-8]$/;

/** The colour of a position: a token of the palette, or plain ink. */
export const colourOf = (colour: string) =>
  PALETTE.test(colour) ? `var(--${colour}, var(--ink-3))` : "var(--ink-3)";

interface RowHeadProps {
  position: PositionView;
  count: number;
}

/** A position at the head of its row: its name, its line, how many passages there are. */
export const RowHead = memo(function RowHead({ position, count }: RowHeadProps) {
  const t = useTranslations("evidence");
  return (
    <th scope="row" className="pos" {...roles.rowHead}>
      <span className="pn" dir="auto">
        <i className="pmark" aria-hidden="true" style={{ background: colourOf(position.colour) }} />
        {position.name}
      </span>
      <span className="ps" dir="auto" aria-hidden="true">
        {position.short}
      </span>
      <span className="pd" dir="auto">
        {position.line}
      </span>
      <span className="pt n">{t("passages", { count })}</span>
    </th>
  );
});
