"use client";

import { useTranslations } from "next-intl";
import {
  type DimensionDraft,
  type FrameDraft,
  MOST_DIMENSIONS,
  MOST_POSITIONS,
  type PositionDraft,
} from "@/domain/frame/frame";

interface Props {
  base: FrameDraft;
  draft: FrameDraft;
  removed: FrameDraft;
  onPutBack: (of: "positions" | "dimensions", item: PositionDraft | DimensionDraft) => void;
}

/** What was taken out, now or in an earlier save, and can be put back with all that hangs on it. */
export function TakenOut({ base, draft, removed, onPutBack }: Props) {
  const t = useTranslations("frame.edit");
  const out = (of: "positions" | "dimensions") => {
    const standing = new Set(draft[of].map(({ id }) => id));
    const all = new Map([...base[of], ...removed[of]].map((item) => [item.id, item]));
    return [...all.values()].filter(({ id }) => !standing.has(id)).map((item) => ({ of, item }));
  };
  const items = [...out("positions"), ...out("dimensions")];
  if (items.length === 0) return null;
  const isFull = {
    positions: draft.positions.length >= MOST_POSITIONS,
    dimensions: draft.dimensions.length >= MOST_DIMENSIONS,
  };
  return (
    <section className="fe-out" aria-label={t("takenOut")}>
      <h2 className="h-sec">{t("takenOut")}</h2>
      <ul>
        {items.map(({ of, item }) => (
          <li key={item.id}>
            <span dir="auto">{item.name}</span>
            <small className="faint">{t(of === "positions" ? "onePosition" : "oneDimension")}</small>
            <button
              type="button"
              className="btn bare"
              disabled={isFull[of]}
              aria-label={t("putBackName", { name: item.name })}
              onClick={() => onPutBack(of, item)}
            >
              {t("putBack")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
