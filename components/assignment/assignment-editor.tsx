"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useId } from "react";
import { newId } from "@/components/trpc/new-id";
import { ClashPanel } from "./clash-panel";
import { DatesField } from "./dates-field";
import { emptyForm, type HeldAssignment, moved, newPrompt } from "./form-state";
import { PeopleFields } from "./people-fields";
import type { FrameChoices } from "./prompt-asks";
import { PromptFields } from "./prompt-fields";
import { ReadingsField, type SourceChoice } from "./readings-field";
import { RubricField } from "./rubric-field";
import { SavePanel } from "./save-panel";
import { StudentPreview } from "./student-preview";
import { useAssignmentEditor } from "./use-assignment-editor";
import "./assignment.css";

interface Props {
  courseId: string;
  meId: string;
  timeZone: string;
  now: Date;
  held: HeldAssignment | null;
  /** The version a new one is to begin with, as asked by whoever came from a source. */
  versionId: string | null;
  choices: FrameChoices & {
    sources: readonly SourceChoice[];
    groupSets: readonly { id: string; name: string; groups: number }[];
    rubrics: readonly { id: string; title: string; most: string }[];
  };
}

/** An assignment: what is read and asked, when, by whom, for how much. */
export function AssignmentEditor({ courseId, meId, timeZone, now, held: first, versionId, choices }: Props) {
  const t = useTranslations("assignment.form");
  const router = useRouter();
  const id = useId();
  const editor = useAssignmentEditor({
    courseId,
    meId,
    timeZone,
    held: first,
    empty: () => {
      const ids = { assignment: newId(), rubric: newId(), reading: newId() };
      return emptyForm({ ids, now, timeZone, versionId });
    },
  });
  const { form, change, held, faults } = editor;
  const setPrompts = (prompts: typeof form.prompts) => change({ prompts });
  const used = new Set(held?.readings.filter((part) => part.inUse).map((part) => part.versionId));
  const answered = new Set(held?.prompts.filter((part) => part.inUse).map((part) => part.id));

  const around = { aliased: form.names === "pseudonyms", grouped: form.groupSetId !== null };

  const save = async (publishes: boolean) => {
    const saved = await editor.save(publishes);
    if (saved === null) return;
    if (first) router.refresh();
    else router.replace(`/courses/${courseId}/assignments/${saved}/edit`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    if (editor.dirty) void save(false);
  };

  return (
    <div className="desk">
      <main className="sheet" id="main">
        <form
          aria-label={t("name")}
          noValidate
          onKeyDown={onKeyDown}
          onSubmit={(event: FormEvent) => event.preventDefault()}
        >
          <header className="top">
            <p className="kick">{held?.publishedAt ? t("published") : t("draft")}</p>
            <div className="col">
              <h1 className="vh">{form.title || t("untitled")}</h1>
              <label className="vh" htmlFor={`${id}-title`}>
                {t("title")}
              </label>
              <input
                id={`${id}-title`}
                className="ttl"
                dir="auto"
                maxLength={300}
                required
                placeholder={t("titlePlaceholder")}
                aria-invalid={faults.includes("title")}
                value={form.title}
                onChange={(event) => change({ title: event.target.value })}
              />
              <label className="vh" htmlFor={`${id}-what`}>
                {t("instructions")}
              </label>
              <textarea
                id={`${id}-what`}
                className="what read"
                dir="auto"
                rows={2}
                maxLength={20_000}
                placeholder={t("instructionsPlaceholder")}
                value={form.instructions}
                onChange={(event) => change({ instructions: event.target.value })}
              />
            </div>
            <p className="gl">{t("instructionsHelp")}</p>
          </header>
          <ReadingsField
            sources={choices.sources}
            value={form.readings}
            inUse={used}
            courseId={courseId}
            onChange={(readings) => change({ readings })}
          />
          <fieldset className="row" id="prompts">
            <legend className="kick">{t("prompts")}</legend>
            <div className="col">
              <ol className="prompts">
                {form.prompts.map((prompt, at) => (
                  <li key={prompt.id}>
                    <PromptFields
                      number={at + 1}
                      of={form.prompts.length}
                      value={prompt}
                      inUse={answered.has(prompt.id)}
                      checked={faults.includes("prompt")}
                      frame={choices}
                      around={around}
                      onChange={(next) => setPrompts(form.prompts.with(at, next))}
                      onMove={(by) => setPrompts(moved(form.prompts, at, by))}
                      onRemove={() => setPrompts(form.prompts.toSpliced(at, 1))}
                    />
                  </li>
                ))}
              </ol>
              <p className="adds">
                <button
                  type="button"
                  className="btn"
                  onClick={() => setPrompts([...form.prompts, newPrompt(newId())])}
                >
                  {t("addPrompt")}
                </button>
              </p>
            </div>
            <p className="gl">{t("promptsHelp")}</p>
          </fieldset>
          <DatesField value={form} timeZone={timeZone} faults={faults} onChange={change} />
          <PeopleFields
            value={form}
            groupSets={choices.groupSets}
            begun={held?.begun ?? false}
            heldNames={held?.names ?? null}
            onChange={change}
          />
          <RubricField
            value={form}
            rubrics={choices.rubrics}
            graded={held?.graded ?? false}
            wrong={faults.includes("points")}
            onChange={change}
          />
        </form>
      </main>

      <aside className="side" tabIndex={0} aria-label={t("side")}>
        {editor.clashes.length > 0 && (
          <ClashPanel
            clashes={editor.clashes}
            said={choices}
            onMine={(clash) => editor.settle(clash, "mine")}
            onTheirs={(clash) => editor.settle(clash, "theirs")}
          />
        )}
        {editor.joined && editor.clashes.length === 0 && (
          <p className="note" role="status">
            <span>{t("joined")}</span>
            <button type="button" className="link" onClick={editor.discard}>
              {t("discard")}
            </button>
          </p>
        )}
        {editor.broughtBack && !editor.joined && editor.clashes.length === 0 && (
          <p className="note" role="status">
            <span>{t("broughtBack")}</span>
            <button type="button" className="link" onClick={editor.discard}>
              {t("discard")}
            </button>
          </p>
        )}
        <SavePanel
          published={Boolean(held?.publishedAt)}
          dirty={editor.dirty}
          busy={editor.busy}
          kept={editor.keptAt !== null}
          isNew={held === null}
          faults={faults}
          held={editor.clashes.length > 0}
          refused={editor.refused}
          onSave={() => save(false)}
          onPublish={() => save(true)}
        />
        <StudentPreview courseId={courseId} form={form} choices={choices} timeZone={timeZone} />
      </aside>
    </div>
  );
}
