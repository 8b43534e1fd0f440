"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Blank } from "@/components/ui/blank";
import { useCitedParagraph } from "../data/use-cited";
import { useDesk } from "../desk-state";
import { numberOf, paragraphIdAt } from "../dom-range";
import { CitedItem } from "./cited-item";

const kinds = ["evidence", "response", "comment", "note"] as const;
type Kind = (typeof kinds)[number];

const kindOf = (kind: Kind | "termNote" | "steelman"): Kind =>
  kind === "termNote" ? "note" : kind === "steelman" ? "response" : kind;

/** Everything in which a paragraph is put to work, by what it is: in the margin, or in the sheet of a narrow screen. */
export function CitedList({ position }: { position: number }) {
  const t = useTranslations("reader.cited");
  const { backToText } = useDesk();
  const paragraphId = paragraphIdAt(position);
  const number = numberOf(paragraphId) ?? 0;
  const { data, isPending, isError, refetch } = useCitedParagraph(paragraphId);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className="listing-of cited-list" aria-label={t("title", { number })}>
      <div className="sheetbar">
        <h2 ref={heading} tabIndex={-1}>
          <b>¶{number}</b> <span>{data ? t("counted", { count: data.total }) : t("titleShort")}</span>
        </h2>
        <span className="pg">
          <button type="button" className="mb" aria-label={t("close")} onClick={backToText}>
            <X className="i" aria-hidden />
          </button>
        </span>
      </div>
      {isError && !data ? (
        <Blank title={t("failed")} bad>
          <button type="button" className="btn" onClick={() => refetch()}>
            {t("again")}
          </button>
        </Blank>
      ) : isPending ? (
        <div className="th in-sheet" role="status" aria-label={t("loading")}>
          <i className="bone" />
          <i className="bone" />
        </div>
      ) : data.items.length === 0 ? (
        <Blank title={t("nowhere", { number })}>
          <p>{t("nowhereHint")}</p>
        </Blank>
      ) : (
        kinds.map((kind) => {
          const items = data.items.filter(({ at }) => kindOf(at.kind) === kind);
          if (items.length === 0) return null;
          return (
            <section key={kind} className="cited-kind" aria-label={t(`kinds.${kind}`)}>
              <h3 className="label">
                {t(`kinds.${kind}`)} <span>{items.length}</span>
              </h3>
              <ol>
                {items.map((item) => (
                  <CitedItem key={item.id} item={item} number={number} />
                ))}
              </ol>
            </section>
          );
        })
      )}
      {data && data.total > data.items.length && (
        <p className="gather-note">{t("more", { count: data.total - data.items.length })}</p>
      )}
    </section>
  );
}
