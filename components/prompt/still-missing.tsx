"use client";

import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Requirement, Standing } from "@/domain/prompt/requirements";

interface StillMissingProps {
  standing: Standing;
  children?: React.ReactNode;
}

function useSentence() {
  const t = useTranslations("response.asks");
  return ({ kind, have, need, met }: Requirement) =>
    met ? t(`${kind}Met`, { need }) : t(kind, { count: need - have, need });
}

/** What the prompt asks, item by item, and what of it the text does not have yet. */
export function StillMissing({ standing, children }: StillMissingProps) {
  const t = useTranslations("response");
  const sentence = useSentence();
  const { requirements, missing, readings } = standing;
  return (
    <section className="todo" aria-labelledby="still-missing">
      <h2 className="kick" id="still-missing">
        {t("stillMissing")}
        <span className="n" role="status">
          {missing === 0 ? t("nothing") : t("ofThings", { missing, all: requirements.length })}
        </span>
      </h2>
      {requirements.length === 0 ? (
        <p className="fine">{t("asksNothing")}</p>
      ) : (
        <ul className="req">
          {requirements.map((requirement) => (
            <li key={requirement.kind} className={requirement.met ? "ok" : "no"}>
              {requirement.met ? <Check className="i s" aria-hidden="true" /> : <i className="bx" />}
              <span>{sentence(requirement)}</span>
              <span className="n">
                {requirement.kind === "readings" && requirement.met
                  ? readings.join(", ")
                  : t("ofNumber", { have: requirement.have, need: requirement.need })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {children}
    </section>
  );
}
