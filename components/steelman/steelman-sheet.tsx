"use client";

import { useTranslations } from "next-intl";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";
import { NewSteelman } from "./new-steelman";
import type { Steelman, SteelmanPlace } from "./shapes";
import { SteelmanCard } from "./steelman-card";
import "./steelman.css";
import { useSteelmen } from "./use-steelmen";

/** Whose turn it is: one's own case first, then those to sign, then the others'. */
const rank = (steelman: Steelman) => (steelman.mine ? 0 : steelman.can.judge ? 1 : 2);

/** The other side of a prompt: the case one rejects, put, signed by those who hold it, and only then answered. */
export function SteelmanSheet({ place }: { place: SteelmanPlace }) {
  const t = useTranslations("steelman");
  const sentence = useRefusal();
  const steelmen = useSteelmen(place);
  const { data, error } = steelmen;
  if (error) {
    return (
      <Blank bad title={t("failed")}>
        <p>{sentence(error)}</p>
        <button type="button" className="btn" onClick={() => void steelmen.refresh()}>
          {t("again")}
        </button>
      </Blank>
    );
  }
  if (!data) {
    return (
      <p className="steel-wait soft" role="status">
        {t("loading")}
      </p>
    );
  }
  const sorted = data.steelmen.toSorted((a, b) => rank(a) - rank(b));
  const hasOwn = sorted.some((steelman) => steelman.mine);
  return (
    <section className="steels" aria-labelledby="steels">
      <h2 className="kick" id="steels">
        {t("title")}
      </h2>
      <ol className="steel-steps">
        {(["put", "sign", "answer"] as const).map((step) => (
          <li key={step}>{t(`steps.${step}`)}</li>
        ))}
      </ol>
      {!hasOwn && data.begins === "yes" && <NewSteelman place={place} held={data.held} steelmen={steelmen} />}
      {!hasOwn && data.begins === "stance-first" && <p className="note">{t("stanceFirst")}</p>}
      {sorted.length === 0 && data.begins === "no" && <p className="soft">{t("none")}</p>}
      {sorted.map((steelman) => (
        <SteelmanCard key={steelman.id} place={place} steelman={steelman} steelmen={steelmen} />
      ))}
    </section>
  );
}
