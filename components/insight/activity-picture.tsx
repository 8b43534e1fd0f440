"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useWidth } from "@/components/stance/use-width";
import { type Bar, drawBars } from "./bars";
import type { Span } from "./days";
import { useDayNames } from "./use-day-names";

const HEIGHT = 148;
const NARROWEST = 560;
/** So much a bar needs to be told from the next. */
const COLUMN = 11;

/** Bars by day: what is written rises, replies hang. Its table says the same; who cannot see it is given that. */
export function ActivityPicture({ spans }: { spans: readonly Span[] }) {
  const t = useTranslations("insight.activity");
  const svg = useRef<SVGSVGElement>(null);
  const scroll = useRef<HTMLElement>(null);
  const least = Math.max(NARROWEST, spans.length * COLUMN);
  const width = Math.max(least, useWidth(svg, 1200));
  const { bars, base, floor } = drawBars(spans, width);

  useEffect(() => {
    // The newest days are those one comes for.
    if (scroll.current) scroll.current.scrollLeft = width;
  }, [width]);

  return (
    <section className="steps-scroll" ref={scroll} tabIndex={0} aria-label={t("picture")}>
      <svg
        ref={svg}
        className="activity-svg"
        width="100%"
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="xMinYMin meet"
        style={{ minWidth: least }}
        aria-hidden="true"
      >
        {bars.map((bar, index) => (
          <BarShape key={bar.span.day} bar={bar} base={base} floor={floor} first={index === 0} />
        ))}
        <path className="axis" d={`M0 ${base + 0.75}H${width}`} />
      </svg>
    </section>
  );
}

interface BarShapeProps {
  bar: Bar;
  base: number;
  floor: number;
  first: boolean;
}

function BarShape({ bar, base, floor, first }: BarShapeProps) {
  const t = useTranslations("insight.activity");
  const names = useDayNames();
  const { span, left, width, barLeft, barWidth, comments, others, replies, labelled } = bar;
  const centre = left + width / 2;
  const isDue = span.due.length > 0;
  const written = span.comments + span.others;
  const day = span.days > 1 ? t("weekOf", { day: names.long(span.day) }) : names.long(span.day);
  const kind = span.now ? "day-bar today" : isDue ? "day-bar on-due" : "day-bar";
  const label = span.days > 1 || first ? names.month : isDue || span.now ? names.weekday : names.short;
  return (
    <g className={kind}>
      <title>{t("bar", { day, comments: span.comments, others: span.others, replies: span.replies })}</title>
      <rect className="hit" x={left} y="0" width={width} height={floor} />
      {isDue && <path className="due" d={`M${centre} 0V${floor}`} />}
      <rect className="up" x={barLeft} y={base - comments} width={barWidth} height={comments} />
      <rect className="more" x={barLeft} y={base - comments - others} width={barWidth} height={others} />
      <rect className="down" x={barLeft} y={base + 1.5} width={barWidth} height={replies} />
      {(isDue || span.now) && written > 0 && (
        <text className="v" x={centre + barWidth / 2 + 4} y={base - comments - others + 10}>
          {written}
        </text>
      )}
      {labelled && (
        <text className="day" x={first ? Math.max(centre, 18) : centre} y={floor + 16} textAnchor="middle">
          {label(span.day)}
        </text>
      )}
    </g>
  );
}
