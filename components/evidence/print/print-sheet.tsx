"use client";

import { ArrowLeft, Printer } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Link } from "@/components/ui/link";
import { cellKey } from "@/domain/prompt/matrix";
import { figuresOf } from "../figures";
import type { EvidencePage } from "../shapes";
import { readView } from "../view";
import { PrintCell } from "./print-cell";
import { PrintTable } from "./print-table";
import { useAllPieces } from "./use-all-pieces";

interface PrintSheetProps {
  courseId: string;
  course: string;
  timeZone: string;
  page: EvidencePage;
  at: Date;
}

/** The class's evidence on paper: the figures as a table, then every cell with its passages. */
export function PrintSheet({ courseId, course, timeZone, page, at }: PrintSheetProps) {
  const t = useTranslations("evidence.print");
  const format = useFormatter();
  const sentence = useRefusal();
  const figures = useMemo(() => figuresOf(page, readView(new URLSearchParams())), [page]);
  const filled = useMemo(
    () => [...figures.cells.values()].filter((cell) => cell.counted.size > 0),
    [figures],
  );
  const { pieces, error, retry, done } = useAllPieces(courseId, filled);

  return (
    <main className="page-ev-print" id="main">
      <div className="print-acts">
        <Link className="btn" prefetch={false} href={`/courses/${courseId}/evidence`}>
          <ArrowLeft className="i s" aria-hidden />
          {t("back")}
        </Link>
        <p role="status">
          {error ? sentence(error) : pieces ? t("ready") : t("fetching", { done, all: filled.length })}
        </p>
        {error && (
          <button type="button" className="btn" onClick={() => retry()}>
            {t("again")}
          </button>
        )}
        <button type="button" className="btn go" disabled={!pieces} onClick={() => window.print()}>
          <Printer className="i s" aria-hidden />
          {t("print")}
        </button>
      </div>
      <header>
        <p dir="auto">{course}</p>
        <h1 className="head-1">{t("title")}</h1>
        <p className="soft">
          {t("as", {
            count: figures.total,
            when: format.dateTime(at, { dateStyle: "long", timeZone }),
          })}
        </p>
      </header>
      <PrintTable page={page} figures={figures} />
      {page.positions.map((position) => (
        <section key={position.id} className="print-position" aria-labelledby={`print-${position.id}`}>
          <h2 id={`print-${position.id}`}>{position.name}</h2>
          <p className="soft">{position.line}</p>
          {page.dimensions.map((dimension) => {
            const cell = figures.cells.get(cellKey(position.id, dimension.id));
            return (
              cell && (
                <PrintCell
                  key={dimension.id}
                  name={dimension.name}
                  cell={cell}
                  pieces={pieces?.get(cell.key) ?? null}
                />
              )
            );
          })}
        </section>
      ))}
    </main>
  );
}
