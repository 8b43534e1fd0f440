"use client";

import { useTranslations } from "next-intl";
import { useCallback, useId, useMemo, useRef, useState } from "react";
import { useDraftCount } from "@/components/device/use-draft-count";
import { InSlot } from "@/components/frame/in-slot";
import { LineState } from "@/components/live/line-state";
import { KeysDialog } from "@/components/ui/keys-dialog";
import { evidenceRelations } from "@/domain/prompt/contest";
import type { EvidenceView } from "@/domain/prompt/evidence";
import { cellKey } from "@/domain/prompt/matrix";
import { useEvidenceDesk } from "./desk-context";
import { DeskHead } from "./desk-head";
import { figuresOf, nextCell, nextContested } from "./figures";
import { FilterBar } from "./filters/filter-bar";
import { HeldBack } from "./held-back";
import { FlowBeside, FlowNote, FlowUnder, useClassFlow } from "./matrix/flow-figure";
import { focusCell, Matrix } from "./matrix/matrix";
import { useRoom } from "./matrix/use-room";
import { Panel, type Shown } from "./panel/panel";
import { useMatrixKeyList } from "./use-matrix-key-list";
import { useMatrixKeys } from "./use-matrix-keys";
import { useMatrixView } from "./use-matrix-view";
import { toggleRelation, UNPLACED, unfiltered } from "./view";

/** The matrix as it is looked at, and what is open of it. */
export function MatrixDesk() {
  const t = useTranslations("evidence");
  const { meId, page, waiting, say } = useEvidenceDesk();
  const { view, change } = useMatrixView();
  const panelId = useId();
  const table = useRef<HTMLTableElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  /** Where the focus was when writing began. */
  const cameFrom = useRef<HTMLElement | null>(null);
  const [at, setAt] = useState<string | null>(view.cell);
  const [adding, setAdding] = useState<(Shown & { kind: "add" }) | null>(null);
  const [listed, setListed] = useState(false);
  const keys = useMatrixKeyList();
  const flow = useClassFlow();
  const hasRoom = useRoom();
  const drafts = useDraftCount(`${meId}.evidence.`);
  const { scope, groupId, readingId, by, without, show } = view;
  const left = without.join();
  // What is open changes nothing in the figures.
  const figures = useMemo(
    () =>
      figuresOf(page, {
        scope,
        groupId,
        readingId,
        by,
        without: evidenceRelations.filter((relation) => left.split(",").includes(relation)),
        show,
        cell: null,
      }),
    [page, scope, groupId, readingId, by, left, show],
  );
  const cell = view.cell ? figures.cells.get(view.cell) : undefined;
  const shown: Shown =
    adding ?? (cell ? { kind: "cell", cell } : { kind: view.cell === UNPLACED ? "tray" : "nothing" });

  const open = useCallback(
    (key: string) => {
      setAdding(null);
      setAt(key);
      // From one open cell to another is one step for Back.
      change({ cell: key }, new URLSearchParams(window.location.search).has("cell") ? "replace" : "push");
    },
    [change],
  );
  const close = () => {
    const from = view.cell;
    change({ cell: null });
    if (from) requestAnimationFrame(() => focusCell(table.current, from));
  };
  const add = () => {
    if (!page.canRecord) {
      say(t("cannotRecord"));
      return;
    }
    const here = document.activeElement;
    cameFrom.current = here instanceof HTMLElement && here !== document.body ? here : null;
    const key = (here instanceof HTMLElement && here.dataset.cell) || view.cell;
    const [positionId, dimensionId] = key?.split(".") ?? [];
    setAdding({ kind: "add", place: positionId && dimensionId ? { positionId, dimensionId } : null });
  };
  const backToWhereItBegan = () => {
    const [first] = figures.cells.keys();
    const key = at ?? first;
    if (cameFrom.current?.isConnected) cameFrom.current.focus();
    else if (key) focusCell(table.current, key);
  };
  const added = (recorded: EvidenceView | null) => {
    setAdding(null);
    if (!recorded) requestAnimationFrame(backToWhereItBegan);
    else if (!recorded.positionId || !recorded.dimensionId) change({ scope: "mine", cell: UNPLACED });
    else {
      const key = cellKey(recorded.positionId, recorded.dimensionId);
      setAt(key);
      change(recorded.filed ? { cell: key } : { scope: "mine", cell: key });
    }
  };
  const goTo = (key: string | null) => {
    if (!key) {
      say(t("nowhere"));
      return;
    }
    setAt(key);
    focusCell(table.current, key);
  };
  const toPassage = () => {
    const here = document.activeElement?.closest("[data-card]") ?? document.getElementById(panelId);
    const link = here?.querySelector<HTMLElement>("[data-passage]");
    if (link) link.click();
    else if (at && figures.cells.has(at)) open(at);
  };
  const showNews = () => {
    waiting.show();
    say(t("news.shown", { count: waiting.count }));
  };
  const from = at ?? view.cell;
  useMatrixKeys({
    add,
    toPassage,
    contested: () => goTo(nextContested(figures.cells, from)),
    empty: () => goTo(nextCell(figures.cells, from, (each) => each.all === 0)),
    relation: (index) => {
      const relation = evidenceRelations[index];
      if (relation) change({ without: toggleRelation(view.without, relation) });
    },
    show: waiting.count > 0 ? showNews : undefined,
    list: () => setListed(true),
    close: adding ? () => added(null) : view.cell ? close : undefined,
  });
  const named = figures.cells.get(view.cell ?? at ?? "");

  return (
    <div className="desk">
      <main className="work" id="main" tabIndex={-1}>
        <DeskHead
          figures={figures}
          view={view}
          onAdd={add}
          onTray={() => change({ cell: UNPLACED })}
          onShowNews={() => {
            showNews();
            // The button goes; the focus stays with the page.
            document.getElementById("main")?.focus({ preventScroll: true });
          }}
        />
        <HeldBack />
        <FilterBar view={view} figures={figures} change={change} />
        <div className="mx">
          {flow && hasRoom && <FlowBeside flow={flow} table={table} />}
          <div className="scroll">
            <Matrix
              view={view}
              figures={figures}
              tableRef={table}
              at={at}
              onAt={setAt}
              onOpen={open}
              panelId={panelId}
            />
          </div>
        </div>
        {flow && (hasRoom ? <FlowNote flow={flow} /> : <FlowUnder flow={flow} />)}
        {page.pieces.length === 0 && (
          <p className="soft ev-first">{t(page.canRecord ? "firstOne" : "nothingYet")}</p>
        )}
      </main>
      <Panel
        id={panelId}
        figures={figures}
        onOpen={open}
        shown={shown}
        headRef={head}
        onAdd={add}
        onAdded={added}
        onClose={close}
        onShowAll={() => change(unfiltered)}
        onGo={(back) => {
          const next = nextCell(figures.cells, view.cell, (each) => each.counted.size > 0, back);
          if (next) open(next);
        }}
      />
      <KeysDialog keys={keys} open={listed} onOpenChange={setListed} />
      <InSlot id="foot-where">
        {named && (
          <>
            {page.positions.find(({ id }) => id === named.positionId)?.name}
            <span className="dim"> × {page.dimensions.find(({ id }) => id === named.dimensionId)?.name}</span>
          </>
        )}
      </InSlot>
      <InSlot id="foot-state">
        {drafts > 0 && t("draftsHere", { count: drafts })}
        <LineState status={waiting.status} />
      </InSlot>
    </div>
  );
}
