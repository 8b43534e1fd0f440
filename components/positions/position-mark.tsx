import { palette } from "@/domain/frame/frame";

/** The square of a position's colour; its name always stands beside it. */
export function PositionMark({ colour }: { colour: string }) {
  const known = palette.find((each) => each === colour);
  return (
    <i
      className="pos-mark"
      aria-hidden="true"
      style={{ background: known ? `var(--${known})` : "var(--ink-3)" }}
    />
  );
}
