"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type Difference, differencesOf } from "@/domain/frame/combine";
import type { DimensionDraft, FrameDraft, PositionDraft } from "@/domain/frame/frame";

type Side = "mine" | "theirs";
type Item = PositionDraft | DimensionDraft;

interface Props {
  base: FrameDraft;
  mine: FrameDraft;
  theirs: FrameDraft;
  onChoose: (choices: ReadonlyMap<string, Side>, order: Side) => void;
}

/** Somebody saved the frame meanwhile: mine beside theirs, thing by thing, and a person chooses. */
export function FrameConflict({ base, mine, theirs, onChoose }: Props) {
  const t = useTranslations("frame.conflict");
  const differences = differencesOf(base, mine, theirs);
  const all: Difference<Item>[] = [...differences.positions, ...differences.dimensions];
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map());
  const [order, setOrder] = useState<Side>("theirs");
  const head = useRef<HTMLHeadingElement>(null);
  // It comes in above what was being written: the focus goes to it, and the page with it.
  useEffect(() => {
    head.current?.focus();
  }, []);
  const every = (side: Side) => onChoose(new Map(all.map(({ id }) => [id, side])), side);
  return (
    <section className="fe-conflict note now" role="alert" aria-label={t("title")}>
      <div>
        <h2 className="h-sec" tabIndex={-1} ref={head}>
          {t("title")}
        </h2>
        <p>{t("why")}</p>
        <p className="fe-acts">
          <button type="button" className="btn" onClick={() => every("theirs")}>
            {t("allTheirs")}
          </button>
          <button type="button" className="btn" onClick={() => every("mine")}>
            {t("allMine")}
          </button>
        </p>
        {all.map((difference) => (
          <fieldset key={difference.id} className="fe-versus">
            <legend>
              <b dir="auto">{(difference.mine ?? difference.theirs)?.name || t("unnamed")}</b>{" "}
              <span className="soft">{difference.both ? t("both") : t("one")}</span>
            </legend>
            {(["theirs", "mine"] as const).map((side) => (
              <label key={side} className="check">
                <input
                  type="radio"
                  name={`side-${difference.id}`}
                  checked={(choices.get(difference.id) ?? difference.proposed) === side}
                  onChange={() => setChoices(new Map(choices).set(difference.id, side))}
                />
                <span>
                  <b>{t(side)}</b>
                  <Shown item={difference[side]} beside={difference[side === "mine" ? "theirs" : "mine"]} />
                </span>
              </label>
            ))}
          </fieldset>
        ))}
        {differences.order && (
          <fieldset className="fe-versus">
            <legend>
              <b>{t("order")}</b>
            </legend>
            {(["theirs", "mine"] as const).map((side) => (
              <label key={side} className="check">
                <input
                  type="radio"
                  name="side-order"
                  checked={order === side}
                  onChange={() => setOrder(side)}
                />
                <span>
                  <b>{t(side)}</b>
                  <span className="fe-said">
                    {(side === "mine" ? mine : theirs).positions.map(({ name }) => name).join(" · ")}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <p className="fe-acts">
          <button type="button" className="btn go" onClick={() => onChoose(choices, order)}>
            {t("combine")}
          </button>
          <span className="soft">{t("then")}</span>
        </p>
      </div>
    </section>
  );
}

const fields = ["name", "short", "line", "question", "colour", "account", "sources"] as const;
const isField = (field: string): field is (typeof fields)[number] => fields.some((each) => each === field);

/** What one side says, of each field on which the two differ. */
function Shown({ item, beside }: { item: Item | null; beside: Item | null }) {
  const t = useTranslations("frame");
  if (!item) return <span className="fe-said">{t("conflict.notThere")}</span>;
  const differing = Object.entries(item).filter(
    ([field, value]) => isField(field) && (beside === null ? value : Reflect.get(beside, field) !== value),
  );
  return (
    <span className="fe-said">
      {differing.map(([field, value]) => (
        <span key={field}>
          <small className="faint">{isField(field) ? t(`edit.${field}`) : ""}</small>
          <span dir="auto">
            {field === "colour" ? t(`edit.colours.${String(value)}`) : String(value) || t("conflict.empty")}
          </span>
        </span>
      ))}
    </span>
  );
}
