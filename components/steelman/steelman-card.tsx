"use client";

import { useMutation } from "@tanstack/react-query";
import { Check, CircleDashed } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Prose } from "@/components/prose/prose";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";
import { VoiceName } from "@/components/voice/voice-name";
import { AmendForm } from "./amend-form";
import { RebuttalForm } from "./rebuttal-form";
import type { Steelman, SteelmanPlace } from "./shapes";
import type { HeldSteelmen } from "./use-steelmen";
import { VerdictForm } from "./verdict-form";

interface SteelmanCardProps {
  place: SteelmanPlace;
  steelman: Steelman;
  steelmen: HeldSteelmen;
}

/** One case with how far it has come, what was said of it, and its author's answer. */
export function SteelmanCard({ place, steelman, steelmen }: SteelmanCardProps) {
  const { courseId, meId, positions, timeZone } = place;
  const t = useTranslations("steelman");
  const format = useFormatter();
  const title = useId();
  const [editing, setEditing] = useState<"case" | "answer" | null>(null);
  const position = positions.find((each) => each.id === steelman.positionId);
  const { can, state } = steelman;
  const at = steelman.editedAt ?? steelman.createdAt;
  return (
    <article className="steel" aria-labelledby={title}>
      <header>
        <h3 className="head-3" id={title}>
          {t(steelman.mine ? "mineFor" : "caseFor", { position: position?.name ?? t("removed") })}
        </h3>
        <p className="dim">
          {t.rich("by", { name: () => <VoiceName voice={steelman.author} /> })}{" "}
          <time dateTime={at.toISOString()}>
            {format.dateTime(at, { dateStyle: "medium", timeStyle: "short", timeZone })}
          </time>
        </p>
      </header>
      <p className={`steel-state ${state}`}>
        {state === "signed" || state === "answered" ? (
          <Check className="i s" aria-hidden="true" />
        ) : (
          <CircleDashed className="i s" aria-hidden="true" />
        )}
        {t(`states.${state}`)}
      </p>
      {editing === "case" ? (
        <AmendForm
          courseId={courseId}
          meId={meId}
          steelman={steelman}
          onDone={(saved) => {
            if (saved) steelmen.put(saved);
            setEditing(null);
          }}
        />
      ) : (
        <div className="src">
          <Prose text={steelman.body} citations={steelman.citations} courseId={courseId} />
        </div>
      )}
      <Verdicts steelman={steelman} />
      {can.judge && <VerdictForm courseId={courseId} meId={meId} steelman={steelman} steelmen={steelmen} />}
      {steelman.rebuttal !== null && editing !== "answer" && (
        <section className="steel-answer" aria-label={t("itsAnswer")}>
          <h4 className="kick">{t("itsAnswer")}</h4>
          <div className="src">
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
          onDone={steelman.rebuttal === null ? undefined : () => setEditing(null)}
        />
      )}
      {editing === null && (can.amend || can.delete || (can.rebut && steelman.rebuttal !== null)) && (
        <p className="steel-acts">
          {can.amend && (
            <button type="button" className="btn" onClick={() => setEditing("case")}>
              {t("amend")}
            </button>
          )}
          {can.rebut && steelman.rebuttal !== null && (
            <button type="button" className="btn" onClick={() => setEditing("answer")}>
              {t("changeAnswer")}
            </button>
          )}
          {can.delete && <DeleteButton courseId={courseId} id={steelman.id} steelmen={steelmen} />}
        </p>
      )}
    </article>
  );
}

/** What those who hold the position said; of earlier words it is said that it was of those. */
function Verdicts({ steelman }: { steelman: Steelman }) {
  const t = useTranslations("steelman");
  if (steelman.verdicts.length === 0) return null;
  return (
    <ul className="steel-verdicts">
      {steelman.verdicts.map((verdict) => (
        <li key={`${verdict.author.key} ${verdict.at.toISOString()}`}>
          <VoiceName voice={verdict.author} /> {t(verdict.signs ? "signed" : "missed")}
          {!verdict.current && <span className="dim"> {t("ofEarlier")}</span>}
          {verdict.words && <p dir="auto">{verdict.words}</p>}
        </li>
      ))}
    </ul>
  );
}

interface DeleteButtonProps {
  courseId: string;
  id: string;
  steelmen: HeldSteelmen;
}

function DeleteButton({ courseId, id, steelmen }: DeleteButtonProps) {
  const t = useTranslations("steelman");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const deleting = useMutation(trpc.steelman.delete.mutationOptions({ onSuccess: () => steelmen.drop(id) }));
  return (
    <>
      <Confirm
        trigger={
          <button type="button" className="btn bare">
            {t("delete")}
          </button>
        }
        title={t("deleteTitle")}
        description={t("deleteAsk")}
        action={t("delete")}
        danger
        onConfirm={() => deleting.mutate({ courseId, id })}
      />
      {deleting.error && (
        <span className="err" role="alert">
          {sentence(deleting.error)}
        </span>
      )}
    </>
  );
}
