"use client";

import { X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { VoiceName } from "@/components/voice/voice-name";
import type { Cell } from "./cells";
import { markOf } from "./matrix";
import type { EvidencePage, EvidenceView } from "./shapes";

interface OpenCellProps {
  courseId: string;
  page: EvidencePage;
  cell: Cell;
  /** Takes the focus when a cell is opened. */
  headRef: React.RefObject<HTMLHeadingElement | null>;
  onClose: () => void;
}

/** A cell's passages, each leading back to its paragraph; of an empty one, the work to do. */
export function OpenCell({ courseId, page, cell, headRef, onClose }: OpenCellProps) {
  const t = useTranslations("evidence");
  const position = page.positions.find((each) => each.id === cell.positionId);
  const dimension = page.dimensions.find((each) => each.id === cell.dimensionId);
  const { evidence, tally } = cell;
  const strong = { b: (text: React.ReactNode) => <b className="n">{text}</b> };
  const readings = new Set(evidence.map((piece) => piece.readingId)).size;

  return (
    <>
      <header>
        <div className="ih">
          <p className="ip">{position?.name}</p>
          <button className="iconb" type="button" aria-label={t("close")} onClick={onClose}>
            <X className="i" aria-hidden="true" />
          </button>
        </div>
        <h2 ref={headRef} tabIndex={-1}>
          {dimension?.name}
        </h2>
        {dimension?.question && <p className="soft">{dimension.question}</p>}
        {evidence.length > 0 && (
          <>
            <p className="bal">
              {tally.supports > 0 && (
                <span className="bs" style={{ flex: tally.supports }}>
                  {t.rich("support", { count: tally.supports, ...strong })}
                </span>
              )}
              {tally.qualifies > 0 && (
                <span className="bq" style={{ flex: tally.qualifies }}>
                  {t.rich("qualify", { count: tally.qualifies, ...strong })}
                </span>
              )}
              {tally.challenges > 0 && (
                <span className="bc" style={{ flex: tally.challenges }}>
                  {t.rich("challenge", { count: tally.challenges, ...strong })}
                </span>
              )}
            </p>
            <p className="srt">
              <span className="n">{t("fromReadings", { count: evidence.length, readings })}</span>
            </p>
          </>
        )}
      </header>
      {evidence.length > 0 ? (
        <ol className="list">
          {evidence.map((piece) => (
            <Piece key={piece.id} courseId={courseId} piece={piece} />
          ))}
        </ol>
      ) : (
        <div className="list work-to-do">
          <p>
            <b>{t("emptyTitle")}</b>
          </p>
          <p className="soft">{page.readings.length > 0 ? t("emptyWhy") : t("noReadings")}</p>
          <ul>
            {page.readings.map((reading) => (
              <li key={reading.id}>
                <Link className="link" href={`/courses/${courseId}/readings/${reading.id}`}>
                  {reading.number} {reading.title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Piece({ courseId, piece }: { courseId: string; piece: EvidenceView }) {
  const t = useTranslations("evidence");
  const mark = markOf[piece.relation];
  return (
    <li className={`evd ${mark}`}>
      <span className="rel" aria-hidden="true">
        <i className={`ev ${mark}`} />
      </span>
      <div>
        <p className="claim" dir="auto">
          <span className="vh">{t(`relation.${piece.relation}`)} </span>
          {piece.claim}
        </p>
        <blockquote className="src" dir="auto">
          {piece.quote}
        </blockquote>
        <p className="meta">
          <Link
            className="cite"
            href={`/courses/${courseId}/readings/${piece.readingId}#p-${piece.paragraphId}`}
          >
            {piece.reading} <b>¶{piece.paragraph}</b>
          </Link>
          <VoiceName voice={piece.author} as="span" />
          {piece.mine && <span>({t("you")})</span>}
        </p>
      </div>
    </li>
  );
}
