import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useLaneNames } from "@/components/stance/flow-names";
import type { FlowPage, Lane } from "@/components/stance/shapes";
import { useWidth } from "@/components/stance/use-width";
import type { StepRow, Steps } from "./journey-steps";
import { drawSteps } from "./step-geometry";
import { useStepNames } from "./step-names";

interface StepsPictureProps {
  steps: Steps;
  positions: FlowPage["positions"];
}

const LEFT = 112;
const RIGHT = 30;
const TOP = 20;
/** Columns nearer than this would stand in one another's figures. */
const ROOM = 64;
const NEAREST = 44;

/** A line a student; where one went elsewhere, the line is dark. Its table says the same with names. */
export function StepsPicture({ steps: { steps, rows }, positions }: StepsPictureProps) {
  const t = useTranslations("insight.steps");
  const lanes = useLaneNames({ positions });
  const names = useStepNames();
  const svg = useRef<SVGSVGElement>(null);
  const least = LEFT + RIGHT + (steps.length - 1) * NEAREST;
  const width = Math.max(least, useWidth(svg, 560));
  const stated = rows.filter(({ held }) => held.length > 0);
  const { height, centres, thick, nodes, lines } = drawSteps(lanesOf(positions, stated), stated, {
    left: LEFT,
    right: width - RIGHT,
    top: TOP,
    steps: steps.length,
  });
  const x = (step: number) => LEFT + (step * (width - RIGHT - LEFT)) / (steps.length - 1);
  const hasRoom = (width - RIGHT - LEFT) / (steps.length - 1) >= ROOM;
  const last = steps.length - 1;
  const known = new Map(stated.map((row) => [row.id, row]));
  const wayOf = (row: StepRow | undefined) =>
    row ? `${row.name ?? t("unnamed")}: ${turns(row.held).map(lanes.short).join(" → ")}` : "";

  return (
    <>
      <section className="steps-scroll" tabIndex={0} aria-label={t("caption")}>
        <svg
          ref={svg}
          className="steps-svg"
          width="100%"
          height={height}
          // Paper is narrower than the screen that was measured.
          viewBox={`0 0 ${width} ${height}`}
          preserveAspectRatio="xMinYMin meet"
          style={{ minWidth: least }}
          role="img"
          aria-label={t("label", { count: stated.length })}
        >
          {steps.map((step, index) => (
            <text key={step.key} className="h" x={x(index)} y="11" textAnchor={anchorOf(index, last)}>
              <title>{names.full(step)}</title>
              {names.short(step)}
            </text>
          ))}
          {lanesOf(positions, stated).map((lane, index) => (
            <g key={lane ?? ""}>
              <path className="r" d={`M${LEFT} ${centres[index] ?? 0}H${width - RIGHT}`} />
              <text className="nm" x="0" y={(centres[index] ?? 0) + 4}>
                {lanes.short(lane)}
              </text>
            </g>
          ))}
          {lines.map(({ id, path, moves }) => (
            <g key={id} className="who" strokeWidth={thick}>
              <title>{wayOf(known.get(id))}</title>
              <path d={path} />
              {moves && <path className="mv" d={moves} />}
            </g>
          ))}
          {nodes.map(({ step, lane, count, x: at, y, height: tall }) => (
            <g key={`${step} ${lane}`}>
              <rect className="node" x={at - 2.5} y={y} width="5" height={tall} />
              {(hasRoom || step === 0 || step === last) && (
                <text
                  className="ct"
                  x={step === 0 ? at - 8 : at + 8}
                  y={y + tall / 2 + 4}
                  textAnchor={step === 0 ? "end" : "start"}
                >
                  {count}
                </text>
              )}
            </g>
          ))}
        </svg>
      </section>
      <p className="flow-legend">{t("legend")}</p>
    </>
  );
}

const anchorOf = (index: number, last: number) =>
  index === 0 ? "start" : index === last ? "end" : ("middle" as const);

/** The frame's positions and, where somebody has stood there, none of them. */
function lanesOf(positions: FlowPage["positions"], rows: readonly StepRow[]): Lane[] {
  const isUsed = (lane: Lane) => rows.some(({ held }) => held.includes(lane));
  return [
    ...positions.filter(({ id, removed }) => !removed || isUsed(id)).map(({ id }) => id),
    ...(isUsed(null) ? [null] : []),
  ];
}

/** Where somebody stood, once for each time they came there. */
const turns = (held: readonly Lane[]) =>
  held.filter((lane, index) => index === 0 || lane !== held[index - 1]);
