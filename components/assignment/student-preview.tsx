"use client";

import { useFormatter, useTranslations } from "next-intl";
import { PromptInWords, type SaidPrompt } from "@/components/prompt/prompt-in-words";
import { Prose } from "@/components/prose/prose";
import { instantOf } from "@/domain/assignment/zoned-time";
import type { AssignmentForm, PromptForm } from "./form-state";
import type { FrameChoices } from "./prompt-asks";
import type { SourceChoice } from "./readings-field";

interface Props {
  courseId: string;
  form: AssignmentForm;
  choices: FrameChoices & { sources: readonly SourceChoice[] };
  timeZone: string;
}

const nameOf = (among: readonly { id: string; name: string }[], id: string | null) =>
  among.find((each) => each.id === id)?.name ?? null;

function saidOf(prompt: PromptForm, form: AssignmentForm, choices: FrameChoices): SaidPrompt {
  const term = nameOf(choices.terms, prompt.termId);
  return {
    ...prompt,
    positions: choices.positions.filter(({ id }) => prompt.positions.includes(id)).map(({ name }) => name),
    dimension: nameOf(choices.dimensions, prompt.dimensionId),
    term: term === null ? null : { name: term },
    alias: prompt.pseudonyms || form.names === "pseudonyms" ? undefined : null,
    room: prompt.wholeClass || form.groupSetId === null ? "class" : "group",
  };
}

/** What a student will see of it. */
export function StudentPreview({ courseId, form, choices, timeZone }: Props) {
  const t = useTranslations("assignment.preview");
  const format = useFormatter();
  const due = instantOf(form.due, timeZone)?.at;
  return (
    <section className="pvw" aria-labelledby="preview">
      <header>
        <h2 className="kick" id="preview">
          {t("title")}
        </h2>
      </header>
      <div className="phone">
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
                  when: format.dateTime(due, {
                    weekday: "short",
                    day: "numeric",
                    month: "short",
                    hour: "2-digit",
                    minute: "2-digit",
                    hourCycle: "h23",
                    timeZone,
                  }),
                  zone: timeZone.replaceAll("_", " "),
                  b: (words) => <b>{words}</b>,
                })
              : t("noDue")}
          </span>
        </p>
        <ul className="pl">
          {form.readings.map((reading, at) => (
            <li key={reading.id}>
              <b className="rn n">{at + 1}</b>
              <span className="src" dir="auto">
                {choices.sources.find((source) => source.versionId === reading.versionId)?.title}
              </span>
            </li>
          ))}
          {form.prompts.map((prompt) => (
            <li key={prompt.id}>
              <b className="rn" aria-hidden="true">
                “
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
        <p className="pp">{t("points", { points: form.points })}</p>
      </div>
    </section>
  );
}
