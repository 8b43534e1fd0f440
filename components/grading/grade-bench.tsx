"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { InSlot } from "@/components/frame/in-slot";
import { useUndo } from "@/components/grading/desk/use-undo";
import { BlindNote } from "@/components/grading/queue/blind-note";
import { GradeQueue } from "@/components/grading/queue/grade-queue";
import { PromptList } from "@/components/grading/queue/prompt-list";
import { QueueTools } from "@/components/grading/queue/queue-tools";
import {
  around,
  chosenFrom,
  countsOf,
  progressOf,
  sectionsOf,
  sharesOf,
} from "@/components/grading/queue/queue-view";
import { ReleaseDrafts } from "@/components/grading/queue/release-drafts";
import { ShareOutDialog } from "@/components/grading/queue/share-out-dialog";
import { useDraftStudents } from "@/components/grading/queue/use-draft-students";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";
import { type KeyHint, KeysDialog } from "@/components/ui/keys-dialog";
import { usePageKeys } from "@/components/ui/use-page-keys";
import { GradePanels } from "./grade-panels";
import type { GradePage } from "./grading-types";
import type { BenchPlace } from "./place";
import { SubjectPanes } from "./subject-panes";
import { useBenchPlace } from "./use-bench-place";
import { useFetchAhead, usePages } from "./use-pages";

interface Props {
  courseId: string;
  assignmentId: string;
  me: { id: string };
  timeZone: string;
  canRelease: boolean;
  initial: GradePage;
  keys: KeyHint[];
}

/** The grading bench: the queue, one student's work or one prompt over all students, and the desk. */
export function GradeBench(props: Props) {
  const { courseId, assignmentId, me, timeZone, canRelease, initial, keys } = props;
  const t = useTranslations("grade");
  const refusal = useRefusal();
  const base = `/courses/${courseId}/grade/${assignmentId}`;
  const { place, hrefOf, go } = useBenchPlace(base);
  const currentId = place.studentId ?? initial.subject?.student.id ?? null;
  const at = { courseId, assignmentId };
  const pages = usePages(at, currentId, initial);
  const { students } = pages;
  const [help, setHelp] = useState(false);
  const [said, setSaid] = useState("");
  const drafts = useDraftStudents(`grade.${me.id}.${assignmentId}.`, students);

  const hasGroups = students.some((student) => student.group !== null);
  const { prompts } = initial.assignment;
  const order = place.order === "prompt" && prompts.length === 0 ? "group" : place.order;
  const byPrompt = order === "prompt";
  const grouped = order !== "student" && hasGroups;
  const chosen = chosenFrom(students, byPrompt ? { ...place, show: "all" } : place, me.id, currentId);
  const sections = sectionsOf(chosen, grouped ? "group" : "student", initial.assignment.language);
  const ordered = sections.flatMap((section) => section.students);
  const ids = ordered.map((student) => student.id);
  const near = around(ids, currentId);
  useFetchAhead([...near.next, ...near.previous], pages.subject !== null, pages.fetchAhead);

  const student = students.find((one) => one.id === currentId);
  const promptId = prompts.find((prompt) => prompt.id === place.promptId)?.id ?? prompts[0]?.id;
  const goTo = (studentId: string) => {
    go({ studentId });
    const to = students.find((one) => one.id === studentId);
    setSaid(to ? t("queue.now", { name: to.name, at: ids.indexOf(studentId) + 1, of: ids.length }) : "");
  };
  const step = (id: string | undefined) => id && (() => goTo(id));
  const undo = useUndo(at, pages.took);
  const mine = students.filter((one) => one.graderId === me.id).length;
  const shares = sharesOf(students);
  const { subject } = pages;
  const hasDesk = subject !== null && student !== undefined;
  // Where there is a desk, its keys are heard there.
  usePageKeys({ "?": hasDesk ? undefined : () => setHelp(true) });
  const progress = progressOf(students);

  return (
    <div className="page-grade">
      <p className="vh" role="status">
        {said}
      </p>
      <InSlot id="foot-where">
        {student && t("where", { at: ids.indexOf(student.id) + 1, of: ids.length })}
      </InSlot>
      <GradePanels
        studentId={currentId}
        notes={{
          queue: t("panels.done", progress),
          page: student?.name ?? "",
          desk: student?.total ?? "–",
        }}
        queue={
          <GradeQueue
            students={students}
            sections={sections}
            grouped={grouped}
            currentId={currentId}
            drafts={drafts}
            timeZone={timeZone}
            staff={initial.staff}
            hrefOf={(studentId) => hrefOf({ studentId })}
            onGo={goTo}
            tools={
              <QueueTools
                order={order === "group" && !hasGroups ? "student" : order}
                can={{ group: hasGroups, prompt: prompts.length > 0 }}
                show={place.show}
                mine={place.mine}
                counts={countsOf(students, place.mine, me.id)}
                amounts={{ mine, all: students.length }}
                onChange={({ order: by, ...change }: Partial<BenchPlace>) =>
                  go({ ...change, ...(by && { order: by }) })
                }
                share={
                  canRelease && (
                    <ShareOutDialog
                      {...at}
                      staff={initial.staff}
                      shares={shares}
                      hasGroups={hasGroups}
                      onDone={pages.again}
                    />
                  )
                }
              />
            }
            instead={
              byPrompt && (
                <PromptList
                  {...at}
                  prompts={prompts}
                  criteria={pages.page.measure.criteria}
                  promptId={promptId ?? null}
                  criterionId={place.criterionId}
                  hrefOf={hrefOf}
                  onGo={go}
                />
              )
            }
          >
            {initial.assignment.blind && (
              <BlindNote
                // The reason to be told one name is no reason to be told another.
                key={currentId}
                {...at}
                student={student ?? null}
                canShowNames={canRelease}
                onShown={() => window.location.assign(base)}
                onUnmasked={pages.again}
              />
            )}
            {canRelease && (
              <ReleaseDrafts
                {...at}
                title={initial.assignment.title}
                students={students}
                onDone={pages.again}
              />
            )}
          </GradeQueue>
        }
      >
        {subject && student && currentId ? (
          <SubjectPanes
            key={currentId}
            page={pages.page}
            subject={subject}
            student={student}
            students={ordered}
            place={{
              ...at,
              studentId: currentId,
              personId: me.id,
              keptUnder: drafts.get(currentId)?.under ?? currentId,
            }}
            timeZone={timeZone}
            canRelease={canRelease}
            prompt={byPrompt && promptId ? { id: promptId, criterionId: place.criterionId } : null}
            going={{
              next: step(near.next[0]) || undefined,
              previous: step(near.previous.at(-1)) || undefined,
            }}
            onGo={goTo}
            onWhole={() => go({ order: "group" })}
            onSaved={(grade, how) => {
              pages.took(currentId, grade);
              undo.took(currentId, grade);
              if (how === "save") undo.saved({ studentId: currentId, name: student.name, grade });
            }}
            onUndo={undo.undo}
            onAgain={pages.again}
            onHelp={() => setHelp(true)}
          />
        ) : (
          <main className="page" id="main" tabIndex={-1} aria-busy={!pages.error && student !== undefined}>
            {currentId !== null && !student ? (
              <Blank title={t("left")}>
                <p>{t("leftMore")}</p>
                {ids[0] && (
                  <button className="btn" type="button" onClick={step(ids[0]) || undefined}>
                    {t("leftOn")}
                  </button>
                )}
              </Blank>
            ) : pages.error ? (
              <Blank title={t("unread")} bad>
                <p>{refusal(pages.error)}</p>
                <button className="btn" type="button" onClick={pages.again}>
                  {t("again")}
                </button>
              </Blank>
            ) : (
              currentId === null && (
                <Blank title={t("noStudents")}>
                  <p>{t("noStudentsMore")}</p>
                </Blank>
              )
            )}
          </main>
        )}
      </GradePanels>
      <KeysDialog keys={keys} open={help} onOpenChange={setHelp} />
    </div>
  );
}
