"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type KeyHint, KeysDialog } from "@/components/ui/keys-dialog";
import { type KeyActs, usePageKeys } from "@/components/ui/use-page-keys";
import type { ReplyRelation } from "@/domain/prompt/response";
import type { TheClass } from "./use-class";
import type { PromptView, View } from "./use-view";

interface PromptKeys {
  view: PromptView;
  allowed: readonly View[];
  theClass: TheClass;
  positions: readonly { id: string }[];
  /** The answers on the table of the second tab. */
  table: readonly string[];
  /** Whether an answer can be written. */
  writes: boolean;
  waiting: boolean;
  onShowWaiting: () => void;
  onWrite: () => void;
  onStep: (by: 1 | -1) => void;
}

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

/** The answer on the table that the focus is in; else the first that stands on the screen. */
function leafOf(table: readonly string[]): HTMLElement | null {
  const leaves = table.flatMap((id) => {
    const leaf = document.querySelector<HTMLElement>(`.leaf[data-response="${id}"]`);
    return leaf ? [leaf] : [];
  });
  return (
    leaves.find((leaf) => leaf.contains(document.activeElement)) ??
    leaves.find((leaf) => leaf.getBoundingClientRect().bottom > 120) ??
    null
  );
}

/** A prompt's keys: what each does in the open tab, and which of them the foot names. */
export function usePromptKeys(keys: PromptKeys): { hints: KeyHint[]; dialog: ReactNode } {
  const { view, allowed, theClass, positions, table } = keys;
  const t = useTranslations("prompt.keys");
  const [listed, setListed] = useState(false);
  const here = view.view;

  const target = (): string | undefined =>
    here === "class"
      ? theClass.open?.response.id
      : (leafOf(table)?.getAttribute("data-response") ?? undefined);
  const reply = (relation: ReplyRelation) => () => {
    const id = target();
    if (id) press(`[data-reply-of="${id}"][data-relation="${relation}"]`);
  };
  const stepLeaf = (by: 1 | -1) => {
    const at = table.indexOf(target() ?? "");
    const inside = leafOf(table)?.contains(document.activeElement);
    const next = table[inside ? at + by : at];
    const leaf = document.querySelector<HTMLElement>(`.leaf[data-response="${next}"]`);
    leaf?.focus({ preventScroll: true });
    leaf?.scrollIntoView({ block: "nearest" });
  };
  const passages = () => {
    const id = target();
    if (id) press(`[data-passages-of="${id}"]`);
  };
  const go = (to: View) => (allowed.includes(to) ? () => view.go(to) : undefined);
  const choose = (at: number) => () => {
    const position = positions[at]?.id ?? null;
    theClass.change({ position: theClass.filter.position === position ? null : position });
  };

  const common: KeyActs = {
    "g w": allowed.includes("write") ? keys.onWrite : undefined,
    "g n": go("next"),
    "g o": go("other"),
    "g l": go("class"),
    r: keys.waiting ? keys.onShowWaiting : undefined,
    "?": () => setListed(true),
  };
  const reading: KeyActs = {
    a: reply("agree"),
    x: reply("challenge"),
    q: reply("ask"),
    o: passages,
  };
  const stance = () => press(".stance .moved button");
  const own: Record<View, KeyActs> = {
    write: { t: stance },
    other: { t: stance },
    next: {
      ...reading,
      j: () => stepLeaf(1),
      k: () => stepLeaf(-1),
      t: stance,
    },
    class: {
      ...reading,
      j: () => keys.onStep(1),
      k: () => keys.onStep(-1),
      u: theClass.toggleUnread,
      ...Object.fromEntries(positions.slice(0, 9).map((_, at) => [String(at + 1), choose(at)])),
    },
  };
  usePageKeys({ ...common, ...own[here] });

  const answering: KeyHint[] = [
    { keys: ["a"], label: t("agree") },
    { keys: ["x"], label: t("challenge") },
    { keys: ["q"], label: t("ask") },
  ];
  const tabs: KeyHint[] = [
    ...(allowed.includes("next") ? [{ keys: ["g", "n"], label: t("next") }] : []),
    ...(allowed.includes("other") ? [{ keys: ["g", "o"], label: t("other") }] : []),
    { keys: ["g", "l"], label: t("class") },
  ];
  const toStance: KeyHint[] = allowed.includes("write") ? [{ keys: ["t"], label: t("stance") }] : [];
  const all: KeyHint = { keys: ["?"], label: t("all") };
  const writing: KeyHint[] = keys.writes
    ? [
        { keys: ["[["], label: t("cite") },
        { keys: ["⌘", "↵"], label: t("post") },
      ]
    : [];
  const toWriting: KeyHint[] = allowed.includes("write") ? [{ keys: ["g", "w"], label: t("write") }] : [];
  const reads: KeyHint[] = [
    { keys: ["j", "k"], label: t("response") },
    { keys: ["o"], label: t("passages") },
    ...answering,
  ];
  const byPosition: KeyHint[] =
    positions.length > 0
      ? [{ keys: ["1", "–", String(Math.min(9, positions.length))], label: t("position") }]
      : [];
  const shown: Record<View, KeyHint[]> = {
    write: [...writing, ...tabs, ...toStance, all],
    other: [...toWriting, ...tabs, ...toStance, all],
    // Where there is nothing to read, its keys would do nothing.
    next: [...(table.length > 0 ? reads : [...toWriting, ...tabs]), all],
    class: [...(theClass.all.length > 0 ? [...reads, ...byPosition] : [...toWriting, ...toStance]), all],
  };
  const every: KeyHint[] = [
    ...writing,
    ...toWriting,
    ...tabs,
    ...toStance,
    ...reads,
    ...byPosition,
    { keys: ["u"], label: t("unread") },
    { keys: ["r"], label: t("showNew") },
    { keys: ["esc"], label: t("putAway") },
    all,
  ];
  return {
    hints: shown[here],
    dialog: <KeysDialog keys={every} open={listed} onOpenChange={setListed} />,
  };
}
