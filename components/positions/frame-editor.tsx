"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { Moment } from "@/components/ui/moment";
import { Note } from "@/components/ui/note";
import { addPattern, MOST_DIMENSIONS, MOST_POSITIONS } from "@/domain/frame/frame";
import { BeginFrom } from "./begin-from";
import { DimensionFields } from "./dimension-fields";
import { FrameConflict } from "./frame-conflict";
import { OrderButtons } from "./order-buttons";
import { PositionFields } from "./position-fields";
import type { FramePage, Uses } from "./shapes";
import { TakenOut } from "./taken-out";
import { useFrameEditor } from "./use-frame-editor";
import { UsesDialog } from "./uses-dialog";

interface Props {
  courseId: string;
  meId: string;
  timeZone: string;
  page: FramePage;
  onDone: () => void;
}

type Kind = "positions" | "dimensions";

/** The frame, all of it, being edited; it is saved as a whole. */
export function FrameEditor({ courseId, meId, timeZone, page, onDone }: Props) {
  const t = useTranslations("frame.edit");
  const trpc = useTRPC();
  const editor = useFrameEditor({ courseId, meId, page, onSaved: onDone });
  const { state, dispatch, dirty } = editor;
  const { draft } = state;
  const uses = useQuery({ ...trpc.frame.uses.queryOptions({ courseId }), staleTime: 0 });
  const [asked, setAsked] = useState<{ of: Kind; name: string; uses: Uses } | null>(null);
  const [said, setSaid] = useState("");
  const form = useRef<HTMLFormElement>(null);
  const acts = useRef<HTMLDivElement>(null);

  const takeOut = (of: Kind, id: string) => {
    dispatch({ type: "remove", of, id });
    // Its buttons go with it: the focus stays near.
    form.current?.querySelector<HTMLElement>(`[data-add="${of}"]`)?.focus();
  };
  const remove = async (of: Kind, { id, name }: { id: string; name: string }) => {
    const known = uses.data ?? (await uses.refetch()).data;
    const hangs = known?.[of].find((each) => each.id === id);
    if (hangs?.inUse) setAsked({ of, name, uses: hangs });
    else takeOut(of, id);
  };
  const move = (of: Kind, at: number, by: -1 | 1) => {
    const item = draft[of][at];
    if (!item || !draft[of][at + by]) return;
    dispatch({ type: "move", of, id: item.id, by });
    setSaid(t("moved", { name: item.name || t("unnamed"), at: at + by + 1, of: draft[of].length }));
  };
  const byKey = (of: Kind, at: number) => (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(of, at, event.key === "ArrowUp" ? -1 : 1);
  };
  const buttons = (of: Kind, at: number) => {
    const item = draft[of][at];
    if (!item) return null;
    return (
      <OrderButtons
        name={item.name || t("unnamed")}
        at={at}
        of={draft[of].length}
        onMove={(by) => move(of, at, by)}
        onRemove={() => void remove(of, item)}
      />
    );
  };
  // The row is there after the next drawing.
  const goTo = (id: string) =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item="${id}"] input`)?.focus());
  const toActs = () =>
    requestAnimationFrame(() => acts.current?.querySelector<HTMLElement>("button:enabled")?.focus());
  const add = (of: Kind) => {
    const id = newId();
    dispatch({ type: "add", of, id });
    goTo(id);
  };
  const discard = () => {
    editor.discard();
    toActs();
  };
  const save = async () => {
    await editor.save();
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  };

  return (
    <form
      ref={form}
      className="fe"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
        event.preventDefault();
        void save();
      }}
    >
      <p className="vh" role="status">
        {said}
      </p>
      {editor.broughtBack && !state.theirs && (
        <Note>
          {t("broughtBack")}{" "}
          <button type="button" className="link" onClick={discard}>
            {t("discard")}
          </button>
        </Note>
      )}
      {!editor.kept && <Note kind="now">{t("notKept")}</Note>}
      {state.theirs && (
        <FrameConflict
          base={state.base}
          mine={draft}
          theirs={state.theirs}
          onChoose={(choices, order) => {
            dispatch({ type: "combine", choices, order });
            // What was chosen with is gone: saving comes next.
            toActs();
          }}
        />
      )}
      <h2 className="head-2">{t("positions")}</h2>
      <ol className="fe-list">
        {draft.positions.map((position, at) => (
          <li key={position.id} data-item={position.id} onKeyDown={byKey("positions", at)}>
            <PositionFields
              value={position}
              number={at + 1}
              taken={draft.positions.flatMap(({ id, colour }) => (id === position.id ? [] : [colour]))}
              troubleAt={(field) => editor.troubleAt(`positions.${at}.${field}`)}
              onChange={(change) => dispatch({ type: "position", id: position.id, change })}
              buttons={buttons("positions", at)}
            />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="btn"
        data-add="positions"
        disabled={draft.positions.length >= MOST_POSITIONS}
        onClick={() => add("positions")}
      >
        <Plus className="i" aria-hidden />
        {t("addPosition")}
      </button>
      <h2 className="head-2">{t("dimensions")}</h2>
      <ol className="fe-list">
        {draft.dimensions.map((dimension, at) => (
          <li key={dimension.id} data-item={dimension.id} onKeyDown={byKey("dimensions", at)}>
            <DimensionFields
              value={dimension}
              number={at + 1}
              troubleAt={(field) => editor.troubleAt(`dimensions.${at}.${field}`)}
              onChange={(change) => dispatch({ type: "dimension", id: dimension.id, change })}
              buttons={buttons("dimensions", at)}
            />
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="btn"
        data-add="dimensions"
        disabled={draft.dimensions.length >= MOST_DIMENSIONS}
        onClick={() => add("dimensions")}
      >
        <Plus className="i" aria-hidden />
        {t("addDimension")}
      </button>
      <TakenOut
        base={state.base}
        draft={draft}
        removed={page.removed}
        onPutBack={(of, item) => {
          dispatch({ type: "put-back", of, item });
          goTo(item.id);
        }}
      />
      <BeginFrom
        courseId={courseId}
        dirty={dirty}
        onTemplate={(template) => dispatch({ type: "fill", frame: addPattern(draft, template, newId) })}
        onCopied={onDone}
      />
      <div className="fe-save" ref={acts}>
        {editor.fault && (
          <p className="err" role="alert">
            {editor.fault}
          </p>
        )}
        {editor.troubles > 0 && (
          <p className="err" role="alert">
            {t("troubles", { count: editor.troubles })}
          </p>
        )}
        {(draft.positions.length > MOST_POSITIONS || draft.dimensions.length > MOST_DIMENSIONS) && (
          <p className="err" role="alert">
            {t("tooMany", { positions: MOST_POSITIONS, dimensions: MOST_DIMENSIONS })}
          </p>
        )}
        <button
          type="submit"
          className="btn go l"
          disabled={!dirty || state.theirs !== null || editor.saving}
          aria-busy={editor.saving}
        >
          {t("save")}
        </button>
        <button type="button" className="btn l" onClick={onDone}>
          {dirty ? t("later") : t("close")}
        </button>
        {dirty && (
          <button type="button" className="btn bare l" onClick={discard}>
            {t("discard")}
          </button>
        )}
        {dirty && editor.keptAt && (
          <span className="soft">
            {t("keptAt")} <Moment at={editor.keptAt} timeZone={timeZone} show="short" />
          </span>
        )}
      </div>
      {asked && (
        <UsesDialog
          name={asked.name}
          uses={asked.uses}
          onRemove={() => takeOut(asked.of, asked.uses.id)}
          onClose={() => setAsked(null)}
        />
      )}
    </form>
  );
}
