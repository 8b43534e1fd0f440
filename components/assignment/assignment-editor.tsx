"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { newId } from "@/components/trpc/new-id";
import { AssignmentActs } from "./assignment-acts";
import { ChangeList } from "./change-list";
import { ClashPanel } from "./clash-panel";
import { CountsField } from "./counts-field";
import { DatesField } from "./dates-field";
import { EditorFoot } from "./editor-foot";
import { ExtensionsField } from "./extensions-field";
import { changesOf, undone } from "./form-changes";
import type { HeldAssignment } from "./form-shape";
import { draftOf, emptyForm, formOf } from "./form-state";
import { GroupsField, owesGroups, type Way } from "./groups-field";
import { LateField } from "./late-field";
import type { FrameChoices } from "./prompt-asks";
import type { SourceChoice } from "./reading-chooser";
import { RubricField } from "./rubric-field";
import { SavePanel } from "./save-panel";
import { SeeField } from "./see-field";
import { lookers, StudentPreview } from "./student-preview";
import { TitleFields } from "./title-fields";
import { rubricIdIn, useAssignmentEditor } from "./use-assignment-editor";
import { useEditorKeys } from "./use-editor-keys";
import { useEffects } from "./use-effects";
import { useGroupSets } from "./use-group-sets";
import { WorkField } from "./work-field";
import "./assignment.css";
import "./policies.css";

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
    groupSets: readonly { id: string; name: string }[];
    rubrics: readonly { id: string; title: string; most: string }[];
    categories: readonly { id: string; name: string }[];
  };
}

/** An assignment: what is read and asked, when, by whom, for how much; beside it what changes for whom. */
export function AssignmentEditor({ courseId, meId, timeZone, now, held: first, versionId, choices }: Props) {
  const t = useTranslations("assignment.form");
  const router = useRouter();
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
  const groups = useGroupSets(courseId);
  const [way, setWay] = useState<Way | null>(null);
  const [looker, setLooker] = useState<(typeof lookers)[number]>("begun");
  const [unread, setUnread] = useState(false);
  const box = useRef<HTMLInputElement>(null);

  const saved = held && formOf(held, timeZone);
  const changes = saved && editor.dirty ? changesOf(saved, form) : [];
  const isPublished = Boolean(held?.publishedAt);
  const asked =
    isPublished && changes.length > 0
      ? draftOf(form, { timeZone, held, rubricId: rubricIdIn(form), publishes: true }).draft
      : null;
  const effects = useEffects({ courseId, assignmentId: held?.id ?? null, draft: asked });
  const touches = effects.touched && Math.max(0, ...effects.touched.effects.map((effect) => effect.touches));
  const said = { ...choices, groupSets: groups.sets.length > 0 ? groups.sets : choices.groupSets };
  const paragraphs = form.readings
    .map(({ versionId }) => choices.sources.find((source) => source.versionId === versionId)?.paragraphs ?? 0)
    .reduce((sum, count) => sum + count, 0);

  const save = async (publishes: boolean) => {
    if (!effects.acknowledged) {
      setUnread(true);
      box.current?.focus();
      return;
    }
    setUnread(false);
    const amiss = owesGroups(way, form.groupSetId) ? (["groups"] as const) : [];
    const { touches: read, refused: onTouches } = effects;
    const done = await editor.save({ publishes, amiss, touches: read, onTouches });
    if (done === null) return;
    if (first) router.refresh();
    else router.replace(`/courses/${courseId}/assignments/${done}/edit`);
  };
  const discard = () => {
    setWay(null);
    return editor.discard();
  };
  const dialog = useEditorKeys({
    onSave: () => {
      if (editor.dirty) void save(false);
    },
    onLooker: () => setLooker((now) => lookers[(lookers.indexOf(now) + 1) % lookers.length] ?? now),
  });

  return (
    <div className="desk">
      <main className="sheet" id="main">
        <form aria-label={t("name")} noValidate onSubmit={(event: FormEvent) => event.preventDefault()}>
          <TitleFields value={form} held={held} wrong={faults.includes("title")} onChange={change}>
            {held && (
              <AssignmentActs
                courseId={courseId}
                assignment={{ ...held, begun: held.begun || held.graded }}
                dirty={editor.dirty}
                onDeleted={() => router.push(`/courses/${courseId}/assignments`)}
                onUnpublished={discard}
              />
            )}
          </TitleFields>
          <WorkField
            courseId={courseId}
            value={form}
            held={held}
            sources={choices.sources}
            frame={choices}
            faults={faults}
            onChange={change}
          />
          <DatesField
            value={form}
            held={isPublished ? saved : null}
            timeZone={timeZone}
            faults={faults}
            onChange={change}
          />
          <LateField
            value={form.latePolicy}
            due={form.due}
            closes={form.closes}
            timeZone={timeZone}
            wrong={faults.includes("late")}
            onChange={(latePolicy) => change({ latePolicy })}
          />
          <GroupsField
            courseId={courseId}
            value={form.groupSetId}
            groups={groups}
            begun={held?.begun ?? false}
            looking={way}
            wrong={faults.includes("groups")}
            onLook={setWay}
            onChange={(groupSetId) => change({ groupSetId })}
          />
          <SeeField
            courseId={courseId}
            value={form}
            held={saved}
            begun={held?.begun ?? false}
            namesShown={Boolean(held?.namesShownAt)}
            onChange={change}
          />
          <CountsField
            courseId={courseId}
            value={form}
            held={isPublished ? saved : null}
            categories={choices.categories}
            paragraphs={paragraphs}
            graded={held?.graded ?? false}
            faults={faults}
            onChange={change}
          />
          <RubricField
            courseId={courseId}
            value={form}
            rubrics={choices.rubrics}
            graded={held?.graded ?? false}
            onChange={change}
          />
        </form>
        {held && saved && (
          <ExtensionsField
            courseId={courseId}
            assignmentId={held.id}
            timeZone={timeZone}
            dueAt={held.dueAt}
            closesAt={held.closesAt}
            set={groups.sets.find((set) => set.id === held.groupSetId) ?? null}
          />
        )}
      </main>

      <aside className="side" tabIndex={0} aria-label={t("side")}>
        {editor.clashes.length > 0 && (
          <ClashPanel
            clashes={editor.clashes}
            said={said}
            onMine={(clash) => editor.settle(clash, "mine")}
            onTheirs={(clash) => editor.settle(clash, "theirs")}
          />
        )}
        {(editor.joined || editor.broughtBack) && editor.clashes.length === 0 && (
          <p className="note" role="status">
            <span>{t(editor.joined ? "joined" : "broughtBack")}</span>
            <button type="button" className="link" onClick={discard}>
              {t("discard")}
            </button>
          </p>
        )}
        <SavePanel
          published={isPublished}
          dirty={editor.dirty}
          busy={editor.busy}
          keptAt={editor.keptAt}
          isNew={held === null}
          changes={held ? changes.length : null}
          faults={faults}
          held={editor.clashes.length > 0}
          refused={editor.refused}
          onSave={() => save(false)}
          onPublish={() => save(true)}
          onUndo={discard}
        >
          {saved && changes.length > 0 && (
            <ChangeList
              saved={saved}
              form={form}
              changes={changes}
              said={said}
              effects={effects}
              unread={unread}
              box={box}
              onUndo={(each) => {
                if (each.in === "assignment" && each.field === "groupSetId") setWay(null);
                change(undone(saved, form, each));
              }}
            />
          )}
        </SavePanel>
        <StudentPreview
          courseId={courseId}
          form={form}
          saved={isPublished ? saved : null}
          choices={choices}
          timeZone={timeZone}
          looker={looker}
          onLooker={setLooker}
        />
      </aside>
      <EditorFoot changes={changes.length} touches={touches} kept={editor.dirty && editor.keptAt !== null} />
      {dialog}
    </div>
  );
}
