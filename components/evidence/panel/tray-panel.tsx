"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useRef } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { EvidenceCard } from "../card/evidence-card";
import { useEvidenceDesk } from "../desk-context";
import { useComeBack } from "../use-come-back";

interface TrayPanelProps {
  headRef: RefObject<HTMLHeadingElement | null>;
  titled: boolean;
  onClose: () => void;
}

/** What was recorded and has no place in the matrix, or has lost it: each can be given one. */
export function TrayPanel({ headRef, titled, onClose }: TrayPanelProps) {
  const t = useTranslations("evidence");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const { courseId } = useEvidenceDesk();
  const list = useRef<HTMLOListElement>(null);
  const { data, error } = useQuery(trpc.evidence.unplaced.queryOptions({ courseId }));
  useComeBack(list, data !== undefined);
  return (
    <>
      <header>
        {titled && (
          <div className="ih">
            <h2 ref={headRef} tabIndex={-1}>
              {t("tray.title")}
            </h2>
            <button className="iconb" type="button" aria-label={t("close")} onClick={onClose}>
              <X className="i" aria-hidden />
            </button>
          </div>
        )}
        <p className="soft">{t("tray.why")}</p>
      </header>
      {error && !data && (
        <p className="err list" role="alert">
          {sentence(error)}
        </p>
      )}
      {!data && !error && (
        <p className="list" role="status">
          {t("loading")}
        </p>
      )}
      {data && (
        <ol className="list" ref={list} data-list>
          {data.pieces.map((piece) => (
            <EvidenceCard key={piece.id} piece={piece} />
          ))}
          {data.total > data.pieces.length && (
            <li className="soft">{t("tray.more", { count: data.total - data.pieces.length })}</li>
          )}
          {data.total === 0 && <li className="soft">{t("tray.none")}</li>}
        </ol>
      )}
    </>
  );
}
