"use client";

import { useQuery } from "@tanstack/react-query";
import { HardDrive } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { InSlot } from "@/components/frame/in-slot";
import { GradeDesk } from "@/components/grading/desk/grade-desk";
import { PhrasesDialog } from "@/components/grading/desk/phrases-dialog";
import { RemarksProvider } from "@/components/grading/desk/remarks";
import { RequestThread } from "@/components/grading/desk/request-thread";
import { useDesk } from "@/components/grading/desk/use-desk";
import { useDeskKeys } from "@/components/grading/desk/use-desk-keys";
import { type GradingPlace, useGrading } from "@/components/grading/desk/use-grading";
import { insertWords, selectedIn, useWordsField } from "@/components/grading/desk/words-field";
import { ParticipationDesk } from "@/components/grading/participation/participation-desk";
import { placeIn } from "@/components/grading/participation/place-of";
import { useParticipation } from "@/components/grading/participation/use-participation";
import { OtherWork } from "@/components/grading/work/other-work";
import { PromptView } from "@/components/grading/work/prompt-view";
import { StudentWork } from "@/components/grading/work/student-work";
import { useNews } from "@/components/grading/work/use-news";
import { useReadingPosition } from "@/components/grading/work/use-reading-position";
import { useTRPC } from "@/components/trpc/client";
import { Moment } from "@/components/ui/moment";
import type { GradePage, GradeView, QueueStudent, Subject } from "./grading-types";
import { moveToSubject, remarkOnSubject } from "./select-subject";

export interface Going {
  next: (() => void) | undefined;
  previous: (() => void) | undefined;
}

interface Props {
  page: GradePage;
  subject: Subject;
  student: QueueStudent;
  /** The students of the queue as they are chosen, for the prompt's page. */
  students: readonly QueueStudent[];
  place: GradingPlace;
  timeZone: string;
  canRelease: boolean;
  /** The prompt and the criterion that are gone through; null for a student's whole work. */
  prompt: { id: string; criterionId: string | null } | null;
  going: Going;
  onGo: (studentId: string) => void;
  onWhole: () => void;
  onSaved: (grade: GradeView, how: "save" | "other") => void;
  onUndo: () => void;
  /** Looks at the queue and the work again. */
  onAgain: () => Promise<void>;
  onHelp: () => void;
}

/** One student: what they wrote, and the desk where it is graded. */
export function SubjectPanes(props: Props) {
  const { page, subject, student, place, timeZone, going, prompt } = props;
  const t = useTranslations("grade.desk");
  const main = useRef<HTMLElement>(null);
  const feedback = useRef<HTMLTextAreaElement>(null);
  const wordsField = useWordsField();
  const [selection, setSelection] = useState("");
  const [phrases, setPhrases] = useState(false);
  const [other, setOther] = useState(false);
  const news = useNews(subject, timeZone);
  useReadingPosition(main, place.assignmentId, prompt ? null : place.studentId);

  const grading = useGrading({
    place,
    initial: subject.grade,
    kept: subject.student.kept,
    measure: page.measure,
    onGone: props.onAgain,
    onSaved: (grade) => props.onSaved(grade, "other"),
  });
  const trpc = useTRPC();
  const { courseId, assignmentId, studentId } = place;
  const { data: beside = null } = useQuery(
    trpc.grade.beside.queryOptions({ courseId, assignmentId, studentId }),
  );
  const desk = useDesk(grading, page.measure, prompt?.criterionId ?? null);
  const participation = useParticipation(desk, beside?.participation);
  const { shown, conflict } = grading;

  // Whoever came here by the keyboard goes on from the page; a field that was chosen keeps the focus.
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, []);

  const save = async () => {
    if (!desk.canSave) return false;
    const { isChanged } = grading;
    const saved = await grading.save();
    if (saved && isChanged) props.onSaved(saved, "save");
    return saved !== null;
  };
  const saveNext = async () => {
    // Whoever was only read is not graded.
    const isUntouched = !grading.isChanged && !grading.grade;
    if (isUntouched || ((await save()) && !conflict)) going.next?.();
  };
  const wordsHere = () => (wordsField.current?.isConnected ? wordsField.current : feedback.current);
  const openPhrases = () => {
    // The dialog gives the focus back to where the words go.
    wordsHere()?.focus();
    setSelection(selectedIn(wordsHere()));
    setPhrases(true);
  };
  const insert = (words: string) => {
    const field = wordsHere();
    // After the dialog has given the focus back.
    if (field) requestAnimationFrame(() => insertWords(field, words));
  };
  const toSettle = conflict && {
    m: () => grading.chooseAll("mine"),
    t: () => grading.chooseAll("theirs"),
    b: () => grading.chooseAll("both"),
  };
  const isAtPolicy = shown.kept === subject.student.kept;
  useDeskKeys({
    onLevel: desk.markByDigit,
    onSaveNext: saveNext,
    acts: {
      n: going.next,
      p: going.previous,
      j: () => moveToSubject(1),
      k: () => moveToSubject(-1),
      r: () => moveToSubject(1, "response"),
      i: remarkOnSubject,
      f: () => feedback.current?.focus(),
      l: openPhrases,
      o: () => setOther(true),
      a: participation.accept,
      e: participation.change,
      u: props.onUndo,
      w:
        subject.student.kept === "100" && shown.kept === "100"
          ? undefined
          : () => grading.edit({ kept: isAtPolicy ? "100" : subject.student.kept }),
      ".": news.show,
      "?": props.onHelp,
      ...toSettle,
    },
  });
  const workPlace = { courseId: place.courseId, timeZone, news: news.ids };
  return (
    <RemarksProvider remarks={shown.remarks} write={desk.remark}>
      <main className="page" id="main" tabIndex={-1} ref={main}>
        {prompt ? (
          <PromptView
            place={{ ...workPlace, assignmentId: place.assignmentId }}
            promptId={prompt.id}
            criterion={page.measure.criteria.find((one) => one.id === prompt.criterionId) ?? null}
            criteria={page.measure.criteria}
            students={props.students}
            currentId={place.studentId}
            marks={shown.marks}
            onGo={props.onGo}
            onMark={desk.mark}
            onWhole={props.onWhole}
          />
        ) : (
          <StudentWork
            student={student}
            work={news.work}
            place={workPlace}
            news={news.news}
            onOther={() => setOther(true)}
          />
        )}
      </main>
      <GradeDesk
        desk={desk}
        name={student.name}
        staff={page.staff}
        meId={place.personId}
        timeZone={timeZone}
        canRelease={props.canRelease}
        lateBy={student.lateBy}
        keptSuggested={subject.student.kept}
        given={beside?.levels}
        feedbackRef={feedback}
        suggested={beside?.participation?.score ?? null}
        participation={
          <ParticipationDesk
            desk={desk}
            state={participation}
            placeOf={placeIn(news.work, courseId)}
            timeZone={timeZone}
          />
        }
        request={
          grading.grade && (
            <RequestThread
              place={place}
              grade={grading.grade}
              name={student.name}
              timeZone={timeZone}
              onAnswered={grading.took}
            />
          )
        }
        onPhrases={openPhrases}
        onSave={save}
        onSaveNext={saveNext}
      />
      <InSlot id="foot-state">
        <span className="st">
          {grading.keptAt ? (
            <>
              <HardDrive className="i" aria-hidden />
              {t(conflict ? "yoursKept" : "kept")}
            </>
          ) : (
            grading.grade &&
            t.rich("savedAt", {
              when: () => (
                <Moment at={grading.grade?.updatedAt ?? new Date(0)} timeZone={timeZone} show="short" />
              ),
            })
          )}
        </span>
      </InSlot>
      <PhrasesDialog
        courseId={place.courseId}
        open={phrases}
        onOpenChange={setPhrases}
        selection={selection}
        onInsert={insert}
      />
      <OtherWork
        courseId={courseId}
        studentId={studentId}
        name={student.name}
        beside={beside}
        open={other}
        onOpenChange={setOther}
      />
    </RemarksProvider>
  );
}
