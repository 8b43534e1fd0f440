"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FlowLegend } from "./flow-legend";
import { useLaneNames } from "./flow-names";
import { FlowShapes } from "./flow-shapes";
import { FlowTable } from "./flow-table";
import type { FlowPage, Lane, StanceView } from "./shapes";
import { useWidth } from "./use-width";
import "./stance.css";

interface FlowPictureProps {
  courseId: string;
  /** As it came from the server: with no more in it than may be shown. */
  flow: FlowPage;
  /** The path of whoever looks, first to last. */
  own?: readonly StanceView[] | undefined;
}

const ROW = 46;
const NARROW = 480;

/** How the class moved, from first stance to last, as a picture or as its table. */
export function FlowPicture({ courseId, flow: page, own }: FlowPictureProps) {
  const t = useTranslations("stance.flow");
  const [view, setView] = useState<"picture" | "table">("picture");
  if (!page.flow) return null;
  if (page.flow.total === null)
    return <p className="soft">{t("tooFew", { smallest: page.settings.smallestGroup })}</p>;
  return (
    <figure className="flow">
      <figcaption className="flow-head">
        <span>
          {t("first")} → {t("now")} <small>{t("students", { count: page.flow.total })}</small>
        </span>
        <fieldset className="seg">
          <legend className="vh">{t("shownAs")}</legend>
          {(["picture", "table"] as const).map((each) => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
              {t(each)}
            </button>
          ))}
        </fieldset>
      </figcaption>
      {view === "picture" ? (
        <Standalone page={page} own={own} />
      ) : (
        <section className="flow-scroll" tabIndex={0} aria-label={t("caption")}>
          <FlowTable page={page} />
        </section>
      )}
      <FlowLegend courseId={courseId} page={page} own={own} />
    </figure>
  );
}

function Standalone({ page, own }: { page: FlowPage; own: readonly StanceView[] | undefined }) {
  const t = useTranslations("stance.flow");
  const names = useLaneNames(page);
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg, 372);
  const lanes = page.flow?.lanes ?? [];
  const height = lanes.length * ROW;
  const isNarrow = width < NARROW;
  const frame = {
    left: isNarrow ? 116 : 140,
    right: width - (isNarrow ? 34 : 130),
    row: ROW,
    centre: (lane: Lane) => (lanes.indexOf(lane) + 0.5) * ROW,
  };
  return (
    <>
      <svg
        ref={svg}
        className="flow-svg"
        height={height}
        width="100%"
        role="img"
        aria-label={t("label", { count: page.flow?.total ?? 0 })}
      >
        {lanes.map((lane) => (
          <g key={lane ?? ""}>
            <text className="nm" x="0" y={frame.centre(lane) + 4}>
              {names.short(lane)}
            </text>
            {!isNarrow && (
              <text className="nm" x={frame.right + 36} y={frame.centre(lane) + 4}>
                {names.short(lane)}
              </text>
            )}
          </g>
        ))}
        <FlowShapes page={page} frame={frame} own={own} />
      </svg>
      <div className="vh">
        <FlowTable page={page} />
      </div>
    </>
  );
}

interface FlowBesideRowsProps {
  flow: FlowPage;
  /** The rows it stands beside: a position's id (null: none of them) and the height of its centre, in pixels. */
  rows: readonly { id: Lane; centre: number }[];
  /** Of all the rows together, in pixels. */
  height: number;
  own?: readonly StanceView[] | undefined;
}

/**
 * The same picture laid on the rows of a table that names the positions. What has no row there, ends in a stub; the
 * legend (`FlowLegend`) goes wherever the page has room for it.
 */
export function FlowBesideRows({ flow: page, rows, height, own }: FlowBesideRowsProps) {
  const t = useTranslations("stance.flow");
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg, 200);
  if (!page.flow || page.flow.total === null) return null;
  const frame = {
    left: 30,
    right: width - 44,
    row: height / Math.max(1, rows.length),
    centre: (lane: Lane) => rows.find(({ id }) => id === lane)?.centre ?? null,
    outside: height,
  };
  return (
    <>
      <svg
        ref={svg}
        className="flow-svg"
        height={height}
        width="100%"
        role="img"
        aria-label={t("label", { count: page.flow.total })}
      >
        <FlowShapes page={page} frame={frame} own={own} />
      </svg>
      <div className="vh">
        <FlowTable page={page} />
      </div>
    </>
  );
}
