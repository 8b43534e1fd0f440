"use client";

import { Check, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { PositionName } from "@/components/prompt/position-name";
import { When } from "@/components/prompt/when";
import { Prose } from "@/components/prose/prose";
import { Avatar } from "@/components/ui/avatar";
import { VoiceName } from "@/components/voice/voice-name";
import { AmendForm } from "./amend-form";
import { DeleteCase } from "./delete-case";
import { RebuttalForm } from "./rebuttal-form";
import type { Steelman, SteelmanPlace } from "./shapes";
import type { HeldSteelmen } from "./use-steelmen";
import { VerdictForm } from "./verdict-form";
import { Verdicts } from "./verdicts";

type Form = "case" | "answer";

interface SteelmanCardProps {
  place: SteelmanPlace;
  steelman: Steelman;
  steelmen: HeldSteelmen;
  /** It has just been put: the focus goes to it. */
  wanted: boolean;
  onDeleted: () => void;
}

/** One case with how far it has come, what was said of it, and its author's answer. */
export function SteelmanCard({ place, steelman, steelmen, wanted, onDeleted }: SteelmanCardProps) {
  const { courseId, meId, positions, timeZone } = place;
  const t = useTranslations("steelman");
  const title = useId();
  const answer = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const openers = useRef<{ [form in Form]: HTMLButtonElement | null }>({ case: null, answer: null });
  const [editing, setEditing] = useState<Form | null>(null);
  const position = positions.find((each) => each.id === steelman.positionId);
  const { can, state } = steelman;
  const settled = state === "signed" || state === "answered";

  useEffect(() => {
    if (wanted) heading.current?.focus();
  }, [wanted]);
  const leave = () => {
    setEditing(null);
    // What opened the form is drawn again; where it is not, the card itself is gone back to.
    requestAnimationFrame(() => ((editing && openers.current[editing]) ?? heading.current)?.focus());
  };

  return (
    <article className="steel" aria-labelledby={title}>
      <header>
        <h3 id={title} ref={heading} tabIndex={-1}>
          <span>{t(steelman.mine ? "mineFor" : "caseFor")}</span>{" "}
          {position ? <PositionName position={position} /> : t("removed")}
        </h3>
        <p className={settled ? "steel-state ok" : "steel-state"}>
          {settled ? (
            <Check className="i s" aria-hidden="true" />
          ) : (
            <CircleDashed className="i s" aria-hidden="true" />
          )}
          {t(`states.${state}`)}
        </p>
        <p className="steel-by">
          <Avatar name={steelman.author.name} me={steelman.mine} />
          <VoiceName voice={steelman.author} as="span" />
          <When at={steelman.editedAt ?? steelman.createdAt} timeZone={timeZone} />
        </p>
      </header>
      {editing === "case" ? (
        <AmendForm
          courseId={courseId}
          meId={meId}
          steelman={steelman}
          onDone={(saved) => {
            if (saved) steelmen.put(saved);
            leave();
          }}
        />
      ) : (
        <div className="steel-text src">
          <Prose text={steelman.body} citations={steelman.citations} courseId={courseId} />
        </div>
      )}
      <Verdicts steelman={steelman} />
      {can.judge && <VerdictForm courseId={courseId} meId={meId} steelman={steelman} steelmen={steelmen} />}
      {steelman.rebuttal !== null && editing !== "answer" && (
        <section className="steel-answer" aria-labelledby={`${answer} ${title}`}>
          <h4 className="kick" id={answer}>
            {t("itsAnswer")}
          </h4>
          <div className="steel-text src">
            <Prose text={steelman.rebuttal} citations={[]} courseId={courseId} />
          </div>
        </section>
      )}
      {can.rebut && (steelman.rebuttal === null || editing === "answer") && (
        <RebuttalForm
          courseId={courseId}
          meId={meId}
          steelman={steelman}
          steelmen={steelmen}
          onDone={leave}
        />
      )}
      {editing === null && (can.amend || can.delete || (can.rebut && steelman.rebuttal !== null)) && (
        <p className="steel-acts">
          {can.amend && (
            <button
              type="button"
              className="btn"
              onClick={() => setEditing("case")}
              ref={(button) => {
                openers.current.case = button;
              }}
            >
              {t("amend")}
            </button>
          )}
          {can.rebut && steelman.rebuttal !== null && (
            <button
              type="button"
              className="btn"
              onClick={() => setEditing("answer")}
              ref={(button) => {
                openers.current.answer = button;
              }}
            >
              {t("changeAnswer")}
            </button>
          )}
          {can.delete && (
            <DeleteCase
              courseId={courseId}
              id={steelman.id}
              onDeleted={() => {
                steelmen.drop(steelman.id);
                onDeleted();
              }}
            />
          )}
        </p>
      )}
    </article>
  );
}
