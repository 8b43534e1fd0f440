"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Order, orders, type Show, shows } from "./queue-view";

interface Props {
  order: Order;
  /** Whether there are groups to go by, and prompts. */
  can: { group: boolean; prompt: boolean };
  show: Show;
  mine: boolean;
  counts: Readonly<Record<Show, number>>;
  /** How many are shared out to oneself, and how many there are. */
  amounts: { mine: number; all: number };
  onChange: (change: { order?: Order; show?: Show; mine?: boolean }) => void;
  /** Sharing out, for those who may. */
  share: ReactNode;
}

/** By student, group or prompt; mine or everybody; and who of them. */
export function QueueTools({ order, can, show, mine, counts, amounts, onChange, share }: Props) {
  const t = useTranslations("grade.queue");
  const offered = orders.filter((one) => one === "student" || can[one]);
  return (
    <div className="q-tools">
      {offered.length > 1 && (
        <div className="seg" role="group" aria-label={t("order")}>
          {offered.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={order === one}
              onClick={() => onChange({ order: one })}
            >
              {t(`by.${one}`)}
            </button>
          ))}
        </div>
      )}
      <div className="q-line">
        <div className="pick" role="group" aria-label={t("whose")}>
          {amounts.mine > 0 && (
            <button type="button" aria-pressed={mine} onClick={() => onChange({ mine: true })}>
              {t("mine", { count: amounts.mine })}
            </button>
          )}
          <button type="button" aria-pressed={!mine} onClick={() => onChange({ mine: false })}>
            {t("all", { count: amounts.all })}
          </button>
        </div>
        {share}
      </div>
      {order !== "prompt" && (
        <label className="q-show">
          <span className="vh">{t("show")}</span>
          <select
            className="input"
            value={show}
            onChange={(event) => onChange({ show: shows.find((one) => one === event.target.value) ?? "all" })}
          >
            {shows.map((one) => (
              <option key={one} value={one}>
                {t(`shows.${one}`, { count: counts[one] })}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}
