"use client";

import { Lock, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { PromptInWords, type SaidPrompt } from "@/components/prompt/prompt-in-words";
import { Prose } from "@/components/prose/prose";
import { instantOf } from "@/domain/assignment/zoned-time";
import { readPoints, showPoints } from "@/domain/grading/points";
import type { AssignmentForm, PromptForm } from "./form-shape";
import { restOf } from "./form-state";
import type { FrameChoices } from "./prompt-asks";
import type { SourceChoice } from "./reading-chooser";
import { SegChoice } from "./seg-choice";
import { useLocalTime } from "./use-local-time";
import { usePolicyWords } from "./use-policy-words";

export const lookers = ["begun", "notBegun", "late"] as const;
export type Looker = (typeof lookers)[number];

interface Props {
  courseId: string;
  form: AssignmentForm;
  saved: AssignmentForm | null;
  choices: FrameChoices & { sources: readonly SourceChoice[] };
  timeZone: string;
  /** Who looks at it: a student at work, one who has not begun, one who comes late. */
  looker: Looker;
  onLooker: (looker: Looker) => void;
}

const nameOf = (among: readonly { id: string; name: string }[], id: string | null) =>
  among.find((each) => each.id === id)?.name ?? null;

function saidOf(prompt: PromptForm, form: AssignmentForm, choices: FrameChoices): SaidPrompt {
  const term = nameOf(choices.terms, prompt.termId);
  return {
    ...prompt,
    // What was taken out of the frame is not asked for any more.
    positions: choices.positions
      .filter(({ id, removed }) => !removed && prompt.positions.includes(id))
      .map(({ name }) => name),
    dimension: nameOf(choices.dimensions, prompt.dimensionId),
    term: term === null ? null : { name: term },
    alias: prompt.pseudonyms || form.names === "pseudonyms" ? undefined : null,
    room: prompt.wholeClass || form.groupSetId === null ? "class" : "group",
  };
}

/** How many comments a student at work is shown to have written of those owed. */
const WRITTEN = 1;

/** What a student will see of it. */
export function StudentPreview({ courseId, form, saved, choices, timeZone, looker, onLooker }: Props) {
  const t = useTranslations("assignment.preview");
  const { moment } = useLocalTime();
  const policy = usePolicyWords();
  const due = instantOf(form.due, timeZone)?.at;
  const was = saved && saved.due !== form.due ? moment(saved.due) : null;
  const rest = restOf(form);
  const part = readPoints(form.participationPoints) ?? 0;

  const gate = () => {
    if (form.visibility === "closedUntilDue") return looker === "late" ? null : t("untilDue");
    if (form.visibility !== "postFirst") return null;
    const own = looker === "begun" ? Math.min(WRITTEN, form.postFirst) : 0;
    const left = { own, of: form.postFirst, words: form.postFirstWords };
    return own >= form.postFirst ? null : t(form.postFirstWords > 0 ? "postFirstWords" : "postFirst", left);
  };
  const shut = gate();

  return (
    <section className="pvw" aria-labelledby="preview">
      <header>
        <h2 className="kick" id="preview">
          {t("title")}
        </h2>
        <SegChoice
          label={t("who")}
          value={looker}
          options={lookers.map((value) => ({ value, label: t(`lookers.${value}`) }))}
          onChange={onLooker}
        />
      </header>
      <div className="phone">
        <p className="pk">
          <span className="kick">{t("assignment")}</span>
          <span className={looker === "late" ? "chip now" : "chip"}>{t(`state.${looker}`)}</span>
        </p>
        <h3 className="head-1" dir="auto">
          {form.title || t("untitled")}
        </h3>
        {form.instructions && (
          <div className="read p1" dir="auto">
            <Prose text={form.instructions} citations={[]} courseId={courseId} />
          </div>
        )}
        <p className="dueb">
          <span>
            {due
              ? t.rich("due", {
                  when: moment(form.due),
                  zone: timeZone.replaceAll("_", " "),
                  b: (words) => <b>{words}</b>,
                })
              : t("noDue")}
          </span>
          {was && <span className="chgm">{t("was", { when: was })}</span>}
        </p>
        <ul className="pl">
          {form.readings.map((reading, at) => (
            <li key={reading.id}>
              <b className="rn n">{at + 1}</b>
              <span className="src" dir="auto">
                {choices.sources.find((source) => source.versionId === reading.versionId)?.title}
              </span>
              {shut && (
                <span className="dn red">
                  <Lock className="i s" aria-hidden="true" /> {shut}
                </span>
              )}
            </li>
          ))}
          {form.prompts.map((prompt) => (
            <li key={prompt.id}>
              <b className="rn">
                <Quote className="i s" aria-hidden="true" />
              </b>
              <span className="src" dir="auto">
                <em>{prompt.title || t("untitled")}</em>
              </span>
              <div className="dn">
                <PromptInWords said={saidOf(prompt, form, choices)} />
              </div>
            </li>
          ))}
        </ul>
        <p className="pp">
          <span>
            {rest === null || part === 0
              ? t.rich("points", { points: form.points, b: (words) => <b className="n">{words}</b> })
              : t.rich(form.rubric.kind === "none" ? "pointsByHand" : "pointsBoth", {
                  points: form.points,
                  part: showPoints(part),
                  rest: showPoints(rest),
                  b: (words) => <b className="n">{words}</b>,
                })}
          </span>
        </p>
        <p className="pp">
          <span>
            {form.latePolicy.kind === "none"
              ? t("lateNone", { closes: moment(form.closes) })
              : t("late", { policy: policy.late(form.latePolicy), closes: moment(form.closes) })}
          </span>
        </p>
        {part > 0 && (
          <details className="counted">
            <summary>{t("counted")}</summary>
            <p className="lines">{policy.takingPart(form.participation)}</p>
          </details>
        )}
        {form.showsDistribution && <p className="pp">{t("distribution")}</p>}
      </div>
    </section>
  );
}
