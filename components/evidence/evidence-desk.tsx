"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { Blank } from "@/components/ui/blank";
import { cellsOf } from "./cells";
import { Matrix } from "./matrix";
import { OpenCell } from "./open-cell";
import type { EvidencePage } from "./shapes";
import "./evidence.css";

interface EvidenceDeskProps {
  courseId: string;
  page: EvidencePage;
}

/** The matrix, and beside it the passages of the cell that is open. */
export function EvidenceDesk({ courseId, page }: EvidenceDeskProps) {
  const t = useTranslations("evidence");
  const panelId = useId();
  const cells = useMemo(() => cellsOf(page), [page]);
  const [open, setOpen] = useState<string | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  const cell = open === null ? undefined : cells.get(open);
  const hasFrame = page.positions.length > 0 && page.dimensions.length > 0;
  const empty = [...cells.values()].filter((each) => each.evidence.length === 0).length;

  useEffect(() => {
    if (open !== null) head.current?.focus();
  }, [open]);

  return (
    <div className="desk">
      <main className="work" id="main">
        <header className="top">
          <div>
            <h1 className="head-1">{t("head")}</h1>
            {hasFrame && (
              <p className="sum">
                {t.rich("summary", {
                  count: page.evidence.length,
                  readings: page.readings.length,
                  empty,
                  b: (text) => <b className="n">{text}</b>,
                })}
              </p>
            )}
          </div>
        </header>
        {hasFrame ? (
          <>
            <div className="filt">
              <p className="leg">
                <span className="vh">{t("legend")}: </span>
                <span>{t("agreed")}</span>
                {[0, 1, 2, 3, 4].map((level) => (
                  <i key={level} className={`sh-${level}`} />
                ))}
                <span>{t("split")}</span>
              </p>
            </div>
            <div className="mx">
              <div className="scroll">
                <Matrix page={page} cells={cells} open={open} onOpen={setOpen} panelId={panelId} />
              </div>
            </div>
          </>
        ) : (
          <Blank title={t("noFrame")}>
            <p>{t("noFrameWhy")}</p>
          </Blank>
        )}
      </main>
      {hasFrame && (
        <aside className="insp" id={panelId} aria-label={t("openCell")}>
          {cell ? (
            <OpenCell
              courseId={courseId}
              page={page}
              cell={cell}
              headRef={head}
              onClose={() => setOpen(null)}
            />
          ) : (
            <header>
              <h2>{t("choose")}</h2>
              <p className="soft">{t("chooseWhy")}</p>
            </header>
          )}
        </aside>
      )}
    </div>
  );
}
