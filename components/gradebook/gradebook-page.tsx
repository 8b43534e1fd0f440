"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { Download, Scale, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { toast } from "sonner";
import { saveFile } from "@/components/device/save-file";
import { whetherOnline } from "@/components/grading/whether-online";
import { useTRPC, useTRPCClient } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Blank } from "@/components/ui/blank";
import { usePageKeys } from "@/components/ui/use-page-keys";
import { type BookDesk, BookProvider } from "./book-context";
import { CategoriesDialog } from "./categories-dialog";
import { Failures } from "./failures";
import { Grid } from "./grid";
import { ImportPanel } from "./import-panel";
import { Legend } from "./legend";
import { OneStudent } from "./one-student";
import { ReasonDialog } from "./reason-dialog";
import type { Gradebook } from "./shapes";
import { everything, rowsShown } from "./showing";
import { Tools } from "./tools";
import { useCursor } from "./use-cursor";
import { useEntry } from "./use-entry";

/** The gradebook: all students by all assignments. */
export function GradebookPage(props: Omit<BookDesk, "book"> & { initial: Gradebook }) {
  const { initial, ...desk } = props;
  const trpc = useTRPC();
  const { data: book } = useQuery(
    trpc.gradebook.table.queryOptions(
      { courseId: desk.courseId },
      { ...whetherOnline, initialData: initial, staleTime: 10_000 },
    ),
  );
  const value = useMemo(
    () => ({
      book,
      courseId: desk.courseId,
      meId: desk.meId,
      timeZone: desk.timeZone,
      isInstructor: desk.isInstructor,
    }),
    [book, desk.courseId, desk.meId, desk.timeZone, desk.isInstructor],
  );
  return (
    <BookProvider value={value}>
      <Book desk={value} />
    </BookProvider>
  );
}

function Book({ desk: { book, courseId, isInstructor } }: { desk: BookDesk }) {
  const t = useTranslations("gradebook");
  const client = useTRPCClient();
  const problem = useRefusal();
  const [showing, setShowing] = useState(everything);
  const [file, setFile] = useState<File | null>(null);
  const [weighing, setWeighing] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const importer = useRef<HTMLButtonElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => rowsShown(book, showing), [book, showing]);
  const cursor = useCursor(rows);
  const entry = useEntry(cursor.goTo);
  const onShow = (next: Partial<typeof showing>) => setShowing((before) => ({ ...before, ...next }));
  const download = useMutation({
    ...whetherOnline,
    mutationFn: () => client.gradebook.export.query({ courseId }),
    onSuccess: ({ csv, fileName }) => saveFile(csv, fileName, "text/csv;charset=utf-8"),
    onError: (error) => toast(problem(error)),
  });
  usePageKeys({ "/": () => search.current?.focus() });
  const toGrade = book.assignments.reduce((count, assignment) => count + assignment.toGrade, 0);
  const isEmpty = book.students.length === 0 || book.assignments.length === 0;
  const lacking = book.students.length === 0 ? "noStudents" : "noAssignments";
  return (
    <div className={file ? "bench importing" : "bench"}>
      <main className="work" id="main">
        <header className="top">
          <div className="ttl">
            <h1 className="head-1">{t("title")}</h1>
            <p className="soft">
              {t.rich("summary", { students: book.students.length, toGrade, b: (text) => <b>{text}</b> })}
            </p>
          </div>
          <div className="acts">
            {isInstructor && (
              <button type="button" className="btn" onClick={() => setWeighing(true)}>
                <Scale className="i" aria-hidden />
                {t("categories.open")}
              </button>
            )}
            <button
              ref={importer}
              type="button"
              className="btn"
              disabled={isEmpty}
              onClick={() => chooser.current?.click()}
            >
              <Upload className="i" aria-hidden />
              {t("import.open")}
            </button>
            <input
              ref={chooser}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
              className="vh"
              tabIndex={-1}
              aria-label={t("import.file")}
              onChange={(event) => {
                setFile(event.target.files?.[0] ?? null);
                // The same file may be chosen again once it was changed.
                event.target.value = "";
              }}
            />
            <button
              type="button"
              className="btn"
              disabled={isEmpty || download.isPending}
              onClick={() => download.mutate()}
            >
              <Download className="i" aria-hidden />
              {t("export")}
            </button>
          </div>
        </header>
        {isEmpty ? (
          <Blank title={t(lacking)}>
            <p>{t(`${lacking}More`)}</p>
          </Blank>
        ) : (
          <>
            <Tools showing={showing} onShow={onShow} found={rows.length} search={search} />
            <Failures entry={entry} cursor={cursor} />
            <Grid rows={rows} showing={showing} onShow={onShow} entry={entry} cursor={cursor} />
            <OneStudent rows={rows} view={showing.view} entry={entry} cursor={cursor} />
            <Legend />
          </>
        )}
      </main>
      {file && (
        <ImportPanel
          key={`${file.name}${file.lastModified}`}
          file={file}
          onClose={() => {
            setFile(null);
            importer.current?.focus();
          }}
        />
      )}
      {weighing && <CategoriesDialog onClose={() => setWeighing(false)} />}
      <ReasonDialog entry={entry} />
    </div>
  );
}
