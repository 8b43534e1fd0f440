import { useTranslations } from "next-intl";
import { drawFlow, type FlowFrame, ownLine } from "./flow-geometry";
import { useLaneNames } from "./flow-names";
import { passagesOf } from "./moved-line";
import type { FlowPage, Lane, StanceView } from "./shapes";

interface FlowShapesProps {
  page: FlowPage;
  frame: FlowFrame;
  /** The path of whoever looks. */
  own?: readonly StanceView[] | undefined;
}

const PAST = 9;

/** The nodes, the bands between them, and one's own line over them: what goes into the picture's svg. */
export function FlowShapes({ page, frame, own = [] }: FlowShapesProps) {
  const t = useTranslations("stance.flow");
  const lanes = useLaneNames(page);
  if (!page.flow) return null;
  const { bands, stubs, nodes } = drawFlow(page.flow, frame);

  return (
    <>
      {bands.map(({ from, to, count, path }) => (
        <path key={`${from} ${to}`} className="band" d={path}>
          <title>{t("band", { from: lanes.short(from), to: lanes.short(to), count })}</title>
        </path>
      ))}
      {stubs.map(({ key, path }) => (
        <path key={key} className="few" d={path} />
      ))}
      {nodes.map(({ lane, side, count, x, y, height }) => (
        <g key={`${side} ${lane}`} className={count === null ? "un" : undefined}>
          <rect className="node" x={x} y={y} width="4" height={height} />
          <text
            x={side === "first" ? x - PAST + 4 : x + PAST}
            y={y + height / 2 + 4}
            textAnchor={side === "first" ? "end" : "start"}
          >
            {count ?? t("hidden")}
          </text>
        </g>
      ))}
      <Own frame={frame} own={own} />
    </>
  );
}

function Own({ frame, own }: { frame: FlowFrame; own: readonly StanceView[] }) {
  const centreOf = (stance: StanceView | undefined) =>
    stance && (frame.centre(stance.positionId satisfies Lane) ?? frame.outside);
  const from = centreOf(own[0]);
  const to = centreOf(own.at(-1));
  if (typeof from !== "number" || typeof to !== "number") return null;
  const { path, dots } = ownLine(frame.left + 4, from, frame.right, to, passagesOf(own).length);
  return (
    <>
      <path className="you" d={path} />
      {dots.map(({ x, y }) => (
        <circle key={x} className="you-by" cx={x} cy={y} r="3" />
      ))}
    </>
  );
}
