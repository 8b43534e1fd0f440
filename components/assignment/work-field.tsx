"use client";

import { Plus, Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { newId } from "@/components/trpc/new-id";
import { Fault } from "./fault";
import type { AssignmentForm, HeldAssignment, PromptForm } from "./form-shape";
import { type FormFault, moved, newPrompt, promptFaults } from "./form-state";
import type { FrameChoices } from "./prompt-asks";
import { PromptFields } from "./prompt-fields";
import { ReadingChooser, type SourceChoice } from "./reading-chooser";
import { WorkItem } from "./work-item";

interface Props {
  courseId: string;
  value: AssignmentForm;
  held: HeldAssignment | null;
  sources: readonly SourceChoice[];
  frame: FrameChoices;
  faults: readonly FormFault[];
  onChange: (value: Partial<Pick<AssignmentForm, "readings" | "prompts">>) => void;
}

const isAmiss = (prompt: PromptForm) =>
  prompt.title.trim() === "" || prompt.body.trim() === "" || promptFaults(prompt).length > 0;

/** What is to be read, and what is to be answered, in their order. */
export function WorkField({ courseId, value, held, sources, frame, faults, onChange }: Props) {
  const t = useTranslations("assignment.work");
  const tForm = useTranslations("assignment.form");
  const tFault = useTranslations("assignment.save.faults");
  const { readings, prompts } = value;
  const [chooses, setChooses] = useState(readings.length === 0);
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(prompts.length === 1 ? prompts.map((prompt) => prompt.id) : []),
  );
  const [added, setAdded] = useState<string | null>(null);
  const chooser = useRef<HTMLFieldSetElement>(null);
  const list = useRef<HTMLOListElement>(null);

  // What was just asked for has the focus.
  useEffect(() => {
    if (added) list.current?.querySelector<HTMLInputElement>(`[data-prompt="${added}"] input`)?.focus();
  }, [added]);

  const used = new Set(held?.readings.filter((part) => part.inUse).map((part) => part.versionId));
  const answered = new Set(held?.prompts.filter((part) => part.inUse).map((part) => part.id));
  const numbers = new Map(held?.readings.map((part) => [part.versionId, part.position]));
  const around = { aliased: value.names === "pseudonyms", grouped: value.groupSetId !== null };
  const wrong = (["prompt", "words", "two"] as const).some((fault) => faults.includes(fault));
  const setReadings = (next: AssignmentForm["readings"]) => onChange({ readings: next });
  const setPrompts = (next: AssignmentForm["prompts"]) => onChange({ prompts: next });
  const toggle = (id: string) =>
    setOpen((before) =>
      before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id]),
    );

  const showChooser = () => {
    setChooses((before) => !before);
    requestAnimationFrame(() => chooser.current?.querySelector<HTMLElement>("input:not(:disabled)")?.focus());
  };
  const addPrompt = () => {
    const prompt = newPrompt(newId());
    setPrompts([...prompts, prompt]);
    setOpen((before) => new Set([...before, prompt.id]));
    setAdded(prompt.id);
  };

  return (
    <fieldset className="row" id="work">
      <legend className="kick">{t("title")}</legend>
      <div className="col">
        {readings.length + prompts.length > 0 && (
          <ol className="items" ref={list}>
            {readings.map((reading, at) => {
              const source = sources.find((each) => each.versionId === reading.versionId);
              const name = source?.title ?? t("unknown");
              return (
                <WorkItem
                  key={reading.id}
                  name={name}
                  place={at + 1}
                  of={readings.length}
                  mark={numbers.get(reading.versionId) ?? "·"}
                  aside={source ? t("paragraphs", { count: source.paragraphs }) : ""}
                  inUse={used.has(reading.versionId)}
                  onMove={(by) => setReadings(moved(readings, at, by))}
                  onRemove={() => setReadings(readings.toSpliced(at, 1))}
                >
                  <span className="src nm" dir="auto">
                    {name}
                  </span>
                </WorkItem>
              );
            })}
            {prompts.map((prompt, at) => {
              const name = prompt.title || t("nthPrompt", { number: at + 1 });
              const isOpen = open.has(prompt.id) || (wrong && isAmiss(prompt));
              return (
                <WorkItem
                  key={prompt.id}
                  name={name}
                  place={at + 1}
                  of={prompts.length}
                  mark={<Quote className="i s" aria-hidden="true" />}
                  aside={t("asks", { citations: prompt.citationsMin, readings: prompt.readingsMin })}
                  inUse={answered.has(prompt.id)}
                  onMove={(by) => setPrompts(moved(prompts, at, by))}
                  onRemove={() => setPrompts(prompts.toSpliced(at, 1))}
                  below={
                    isOpen && (
                      <div data-prompt={prompt.id}>
                        <PromptFields
                          number={at + 1}
                          value={prompt}
                          inUse={answered.has(prompt.id)}
                          checked={faults.includes("prompt")}
                          frame={frame}
                          around={around}
                          onChange={(next) => setPrompts(prompts.with(at, next))}
                        />
                      </div>
                    )
                  }
                >
                  <button
                    type="button"
                    className="src nm"
                    dir="auto"
                    aria-expanded={isOpen}
                    onClick={() => toggle(prompt.id)}
                  >
                    <em>{name}</em>
                  </button>
                </WorkItem>
              );
            })}
          </ol>
        )}
        {faults.includes("nothing") && <Fault>{tFault("nothing")}</Fault>}
        {chooses && (
          <ReadingChooser
            place={chooser}
            sources={sources}
            value={readings}
            inUse={used}
            courseId={courseId}
            onChange={setReadings}
          />
        )}
        <p className="adds">
          <button type="button" className="btn" data-key="r" aria-expanded={chooses} onClick={showChooser}>
            <Plus className="i s" aria-hidden="true" />
            {t("addReading")} <Key name="r" />
          </button>
          <button type="button" className="btn" data-key="p" onClick={addPrompt}>
            <Plus className="i s" aria-hidden="true" />
            {tForm("addPrompt")} <Key name="p" />
          </button>
        </p>
      </div>
      <p className="gl">{tForm("readingsHelp")}</p>
    </fieldset>
  );
}

/** A key's name beside what it does: told to the eye, listed for everybody under `?`. */
const Key = ({ name }: { name: string }) => (
  <span aria-hidden="true">
    <kbd>{name}</kbd>
  </span>
);
