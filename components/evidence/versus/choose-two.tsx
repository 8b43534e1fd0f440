"use client";

import { ArrowLeftRight, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useTransition } from "react";

interface ChooseTwoProps {
  courseId: string;
  positions: readonly { id: string; name: string }[];
  a: string;
  b: string;
}

/** Which two positions are held against each other; the address says which. */
export function ChooseTwo({ courseId, positions, a, b }: ChooseTwoProps) {
  const t = useTranslations("evidence.versus");
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const id = useId();
  const go = (next: { a: string; b: string }) =>
    start(() => router.push(`/courses/${courseId}/evidence/compare?a=${next.a}&b=${next.b}`));
  const select = (side: "a" | "b", value: string, other: string) => (
    <div className="field">
      <label className="fl" htmlFor={`${id}-${side}`}>
        {t(side)}
      </label>
      <select
        id={`${id}-${side}`}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = event.target.value;
          // Whoever chooses the other one wants the two the other way round.
          const rest = chosen === other ? value : other;
          go(side === "a" ? { a: chosen, b: rest } : { a: rest, b: chosen });
        }}
      >
        {positions.map((position) => (
          <option key={position.id} value={position.id}>
            {position.name}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <div className="two" aria-busy={isBusy}>
      {select("a", a, b)}
      <button type="button" className="iconb" aria-label={t("swap")} onClick={() => go({ a: b, b: a })}>
        <ArrowLeftRight className="i" aria-hidden />
      </button>
      {select("b", b, a)}
      <button type="button" className="btn" onClick={() => window.print()}>
        <Printer className="i s" aria-hidden />
        {t("print")}
      </button>
    </div>
  );
}
