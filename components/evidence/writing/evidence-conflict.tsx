"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef } from "react";
import { useEvidenceDesk } from "../desk-context";
import type { Content } from "./content-fields";

interface EvidenceConflictProps {
  mine: Content;
  theirs: Content;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** Goes on writing, on top of theirs. */
  onCombine: () => void;
}

/** Two versions of one piece, side by side: nothing is overwritten until a person has chosen. */
export function EvidenceConflict({
  mine,
  theirs,
  onKeepMine,
  onTakeTheirs,
  onCombine,
}: EvidenceConflictProps) {
  const t = useTranslations("evidence.conflict");
  const id = useId();
  const head = useRef<HTMLHeadingElement>(null);
  // The button that was pressed cannot be pressed any more.
  useEffect(() => head.current?.focus(), []);
  return (
    <section className="note now ev-conflict" role="alert" aria-labelledby={id}>
      <TriangleAlert className="i" aria-hidden="true" />
      <div>
        <h3 id={id} tabIndex={-1} ref={head}>
          <b>{t("title")}</b>
        </h3>
        <p>{t("why")}</p>
        <Side name={t("mine")} content={mine} />
        <Side name={t("theirs")} content={theirs} />
        <p className="ev-acts">
          <button type="button" className="btn" onClick={onKeepMine}>
            {t("keepMine")}
          </button>
          <button type="button" className="btn" onClick={onTakeTheirs}>
            {t("takeTheirs")}
          </button>
          <button type="button" className="btn bare" onClick={onCombine}>
            {t("combine")}
          </button>
        </p>
      </div>
    </section>
  );
}

function Side({ name, content }: { name: string; content: Content }) {
  const t = useTranslations("evidence");
  const { page } = useEvidenceDesk();
  const position = page.positions.find(({ id }) => id === content.positionId)?.name;
  const dimension = page.dimensions.find(({ id }) => id === content.dimensionId)?.name;
  return (
    <figure>
      <figcaption className="label">{name}</figcaption>
      <p className="claim" dir="auto">
        {content.claim || t("card.noClaim")}
      </p>
      <p className="soft">
        {t(`filter.relations.${content.relation}`)} · {position ?? t("form.noPlace")},{" "}
        {dimension ?? t("form.noPlace")}
      </p>
    </figure>
  );
}
