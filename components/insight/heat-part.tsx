"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { type HeatOf, heatRows, hottestOf, peakOf, shadeKey } from "./heat";
import { HeatPicture } from "./heat-picture";
import { HeatTable } from "./heat-table";
import { Bones, Loaded } from "./loaded";
import { ReadingPicker } from "./reading-picker";
import type { Heat, OpenQuestions, ScopeReading } from "./shapes";
import { type View, ViewSwitch } from "./view-switch";

interface HeatPartProps {
  courseId: string;
  sectionId: string | null;
  readings: readonly ScopeReading[];
  reading: ScopeReading | null;
  onReading: (number: number) => void;
  questions: OpenQuestions;
  now: Date;
  /** What the server knew when it drew the page, for the reading that it drew. */
  initial: Heat | undefined;
}

const measures = ["comments", "questions"] as const satisfies HeatOf[];

/** Where they talk, and where they ask: one reading's text, shaded. */
export function HeatPart(props: HeatPartProps) {
  const { courseId, sectionId, readings, reading, onReading, questions, initial } = props;
  const t = useTranslations("insight.heat");
  const trpc = useTRPC();
  const [view, setView] = useState<View>("picture");
  const [of, setOf] = useState<HeatOf>("comments");
  const query = useQuery({
    ...trpc.insight.heat.queryOptions({ courseId, readingId: reading?.id ?? "", sectionId }),
    enabled: reading !== null,
    placeholderData: keepPreviousData,
    ...(initial && { initialData: initial }),
  });
  return (
    <section className="part" id="text" aria-labelledby="text-title" data-figure>
      <header className="part-head fig-head">
        <h2 className="h-sec" id="text-title">
          {t("title")}
        </h2>
        <ViewSwitch view={view} onView={setView} of={t("title")} />
        <div className="fig-tools">
          <ReadingPicker
            readings={readings}
            reading={reading}
            waiting={questions.waiting}
            onReading={onReading}
          />
          <fieldset className="seg">
            <legend className="vh">{t("by")}</legend>
            {measures.map((each) => (
              <button key={each} type="button" aria-pressed={of === each} onClick={() => setOf(each)}>
                {t(`of.${each}`)}
              </button>
            ))}
          </fieldset>
        </div>
      </header>
      {reading === null ? (
        <Blank title={t("noReading")}>
          <p>{t("noReadingWhy")}</p>
          <Link className="btn" href={`/courses/${courseId}/assignments`}>
            {t("toAssignments")}
          </Link>
        </Blank>
      ) : (
        <Loaded query={query} bones={<Bones lines={16} height="36px" />}>
          {(heat) => <Drawn {...props} heat={heat} view={view} of={of} />}
        </Loaded>
      )}
    </section>
  );
}

interface DrawnProps extends HeatPartProps {
  heat: Heat;
  view: View;
  of: HeatOf;
}

function Drawn({ courseId, heat, view, of, questions, now }: DrawnProps) {
  const t = useTranslations("insight.heat");
  const rows = heatRows(heat, of);
  const peak = peakOf(rows);
  const numbered = rows.filter(({ paragraph }) => paragraph.number !== null);
  const quiet = numbered.filter(({ count }) => count === 0).length;
  return (
    <>
      <p className="say">
        {peak
          ? t.rich(`peak.${of}`, {
              a: (words) => (
                <Link
                  className="cite"
                  prefetch={false}
                  href={`/courses/${courseId}/readings/${heat.readingId}#p-${peak.paragraph.id}`}
                >
                  {words}
                </Link>
              ),
              reading: heat.number,
              paragraph: peak.paragraph.number ?? 0,
              count: peak.count,
            })
          : t(`none.${of}`)}{" "}
        {peak && of === "comments" && t("quiet", { count: quiet, all: numbered.length })}{" "}
        {heat.comments > 0 && t("whole", { count: heat.comments })}
      </p>
      <div className="on-paper" hidden={view !== "picture"}>
        <p className="heat-key" aria-hidden="true">
          {peak && (
            <span className="leg">
              {t(`key.${of}`)}
              {shadeKey(hottestOf(heat, of)).map(({ shade, least }) => (
                <b key={shade} className={`sh-${shade} n`}>
                  {least}
                </b>
              ))}
            </span>
          )}
          <span>
            <i className="ln q" /> {t("key.open")}
          </span>
          <span className="end">{t("key.quiet")}</span>
        </p>
        <HeatPicture
          courseId={courseId}
          readingId={heat.readingId}
          of={of}
          rows={rows}
          questions={questions.questions.filter(({ readingId }) => readingId === heat.readingId)}
          now={now}
        />
      </div>
      <div className="on-paper" hidden={view !== "table"}>
        <HeatTable courseId={courseId} heat={heat} rows={rows} />
      </div>
    </>
  );
}
