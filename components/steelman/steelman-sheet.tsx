"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";
import { Note } from "@/components/ui/note";
import { NewSteelman } from "./new-steelman";
import type { Steelman, SteelmanPlace } from "./shapes";
import { SteelmanCard } from "./steelman-card";
import { Steps } from "./steps";
import "./steelman.css";
import { useSteelmen } from "./use-steelmen";

/** Whose turn it is: one's own case first, then those to sign, then the others'. */
const rank = (steelman: Steelman) => (steelman.mine ? 0 : steelman.can.judge ? 1 : 2);

/** The other side of a prompt: the case one rejects, put, signed by those who hold it, and only then answered. */
export function SteelmanSheet({ place }: { place: SteelmanPlace }) {
  const t = useTranslations("steelman");
  const sentence = useRefusal();
  const steelmen = useSteelmen(place);
  const heading = useRef<HTMLHeadingElement>(null);
  const [put, setPut] = useState<string | null>(null);
  const { data, error } = steelmen;
  const sorted = (data?.steelmen ?? []).toSorted((a, b) => rank(a) - rank(b));
  const own = sorted.find((steelman) => steelman.mine);
  return (
    <section className="mine" aria-labelledby="steels">
      <div className="side">
        <h2 className="kick" id="steels" ref={heading} tabIndex={-1}>
          {t("title")}
        </h2>
        {sorted.length > 0 && <p className="dim">{t("count", { count: sorted.length })}</p>}
      </div>
      <div className="col steels">
        {error && !data ? (
          <Blank bad title={t("failed")}>
            <p>{sentence(error)}</p>
            <button type="button" className="btn" onClick={() => void steelmen.refresh()}>
              {t("again")}
            </button>
          </Blank>
        ) : !data ? (
          <p className="soft" role="status">
            {t("loading")}
          </p>
        ) : (
          <>
            <Steps own={own} takesPart={own !== undefined || data.begins !== "no"} />
            {!own && data.begins === "yes" && (
              <div className="steel">
                <NewSteelman place={place} held={data.held} steelmen={steelmen} onPut={setPut} />
              </div>
            )}
            {!own && data.begins === "stance-first" && <Note>{t("stanceFirst")}</Note>}
            {sorted.length === 0 && data.begins === "no" && <Blank title={t("none")} />}
            {sorted.map((steelman) => (
              <SteelmanCard
                key={steelman.id}
                place={place}
                steelman={steelman}
                steelmen={steelmen}
                wanted={put === steelman.id}
                onDeleted={() => heading.current?.focus()}
              />
            ))}
          </>
        )}
      </div>
    </section>
  );
}
