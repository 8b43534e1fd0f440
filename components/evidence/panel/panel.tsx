"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useNarrow } from "@/components/reading/use-narrow";
import { Dialog } from "@/components/ui/dialog";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { useEvidenceDesk } from "../desk-context";
import type { Figures, ViewedCell } from "../figures";
import { AddForm } from "../writing/add-form";
import { CellPanel } from "./cell-panel";
import { TrayPanel } from "./tray-panel";
import { WhereToLook } from "./where-to-look";

/** What stands beside the matrix. */
export type Shown =
  | { kind: "nothing" }
  | { kind: "cell"; cell: ViewedCell }
  | { kind: "tray" }
  | { kind: "add"; place: { positionId: string; dimensionId: string } | null };

interface PanelProps {
  id: string;
  shown: Shown;
  figures: Figures;
  onOpen: (key: string) => void;
  headRef: RefObject<HTMLHeadingElement | null>;
  onAdd: () => void;
  onAdded: (recorded: EvidenceView | null) => void;
  onClose: () => void;
  /** Takes the filters away. */
  onShowAll: () => void;
  onGo: (back: boolean) => void;
}

/** Beside the matrix where there is room; else a sheet over it. */
export function Panel(props: PanelProps) {
  const { id, shown, headRef, onClose } = props;
  const t = useTranslations("evidence");
  const narrow = useNarrow();
  const title = useTitle(shown);
  const what =
    shown.kind === "cell"
      ? shown.cell.key
      : shown.kind === "add"
        ? `add ${shown.place?.positionId}`
        : shown.kind;
  const before = useRef(what);
  // What was opened is where one goes; what was there when the page came keeps out of the way.
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    if (!narrow && shown.kind !== "add") headRef.current?.focus();
  }, [what, narrow, shown.kind, headRef]);

  if (!narrow) {
    return (
      <aside className="insp ev-panel" id={id} aria-label={t("openCell")}>
        <Contents {...props} titled />
      </aside>
    );
  }
  return (
    <Dialog
      kind="sheet"
      title={title}
      open={shown.kind !== "nothing"}
      onOpenChange={(open) => !open && onClose()}
    >
      <div className="ev-panel" id={id}>
        <Contents {...props} titled={false} />
      </div>
    </Dialog>
  );
}

function useTitle(shown: Shown): string {
  const t = useTranslations("evidence");
  const { page } = useEvidenceDesk();
  if (shown.kind === "tray") return t("tray.title");
  if (shown.kind === "add") return t("form.addTitle");
  if (shown.kind === "nothing") return t("openCell");
  const position = page.positions.find(({ id }) => id === shown.cell.positionId);
  const dimension = page.dimensions.find(({ id }) => id === shown.cell.dimensionId);
  return `${position?.name ?? ""} × ${dimension?.name ?? ""}`;
}

function Contents({ shown, headRef, titled, ...on }: PanelProps & { titled: boolean }): ReactNode {
  const t = useTranslations("evidence");
  switch (shown.kind) {
    case "cell":
      return (
        <CellPanel
          cell={shown.cell}
          headRef={headRef}
          titled={titled}
          onAdd={on.onAdd}
          onClose={on.onClose}
          onShowAll={on.onShowAll}
          onGo={on.onGo}
        />
      );
    case "tray":
      return <TrayPanel headRef={headRef} titled={titled} onClose={on.onClose} />;
    case "add":
      return (
        <>
          {titled && (
            <header>
              <div className="ih">
                <h2 ref={headRef} tabIndex={-1}>
                  {t("form.addTitle")}
                </h2>
                <button
                  className="iconb"
                  type="button"
                  aria-label={t("close")}
                  onClick={() => on.onAdded(null)}
                >
                  <X className="i" aria-hidden />
                </button>
              </div>
            </header>
          )}
          <div className="list">
            <AddForm
              key={shown.place ? `${shown.place.positionId}.${shown.place.dimensionId}` : "new"}
              place={shown.place}
              onDone={on.onAdded}
            />
          </div>
        </>
      );
    default:
      return (
        <>
          <header>
            <h2>{t("choose")}</h2>
            <p className="soft">{t("chooseWhy")}</p>
          </header>
          <WhereToLook figures={on.figures} onOpen={on.onOpen} />
        </>
      );
  }
}
