import type { PositionView } from "./shapes";

type Colour = Pick<PositionView, "colour" | "name">;

const PALETTE = /^pos-[1-8]$/;

/** A position's name with its colour beside it; the name alone says it all. */
export function PositionName({ position }: { position: Colour }) {
  const colour = PALETTE.test(position.colour) ? `var(--${position.colour})` : "var(--ink-3)";
  return (
    <b className="pos-name">
      <i aria-hidden="true" style={{ background: colour }} />
      {position.name}
    </b>
  );
}
