"use client";

import { ArrowDownWideNarrow, ArrowUpNarrowWide, Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Moment } from "@/components/ui/moment";
import { GradebookCell } from "./gradebook-cell";
import type { Gradebook } from "./grading-types";
import { inOrder, isFound, type Sorting, type SortKey, sortedBy } from "./sorting";

interface Props {
  book: Gradebook;
  courseId: string;
  timeZone: string;
}

/** Students by assignments, to be sorted and filtered; head, first column and foot stay in sight. */
export function GradebookTable({ book, courseId, timeZone }: Props) {
  const t = useTranslations("gradebook");
  const [wanted, setWanted] = useState("");
  const [groupId, setGroupId] = useState<string | null>(null);
  const [sorting, setSorting] = useState<Sorting>({ by: "group", descending: false });
  const shown = inOrder(
    book.students.filter(
      (student) =>
        isFound(student.name, wanted.trim()) &&
        (groupId === null || student.groups.some((group) => group.id === groupId)),
    ),
    sorting,
    book.language,
  );
  const sort = (by: SortKey) => (
    <SortButton by={by} sorting={sorting} onSort={() => setSorting(sortedBy(sorting, by))} />
  );
  const direction = (by: SortKey) =>
    sorting.by === by ? (sorting.descending ? ("descending" as const) : ("ascending" as const)) : undefined;

  return (
    <>
      <search className="tools">
        <label className="srch">
          <Search className="i" aria-hidden />
          <span className="vh">{t("find")}</span>
          <input
            type="search"
            placeholder={t("find")}
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
        {book.groups.length > 0 && (
          <fieldset className="seg">
            <legend className="vh">{t("group")}</legend>
            {[{ id: null, name: t("allGroups") }, ...book.groups].map((group) => (
              <button
                key={group.id ?? ""}
                type="button"
                aria-pressed={groupId === group.id}
                onClick={() => setGroupId(group.id)}
              >
                {group.name}
              </button>
            ))}
          </fieldset>
        )}
        <p className="soft vh" role="status">
          {t("shown", { shown: shown.length, all: book.students.length })}
        </p>
      </search>
      <section className="scroll" tabIndex={0} aria-label={t("region")}>
        <table className="gb">
          <caption className="vh">{t("caption")}</caption>
          <thead>
            <tr className="asg">
              <th scope="col" className="corner" aria-sort={direction("name")}>
                {sort("name")}
              </th>
              <th scope="col" className="group" aria-sort={direction("group")}>
                {sort("group")}
              </th>
              <th scope="col" className="tot" aria-sort={direction("total")}>
                {sort("total")}
                <span className="am">{t("releasedOnly")}</span>
              </th>
              {book.assignments.map((assignment) => (
                <th scope="col" key={assignment.id}>
                  <Link
                    className="an"
                    href={`/courses/${courseId}/grade/${assignment.id}`}
                    prefetch={false}
                    title={assignment.title}
                  >
                    {assignment.title}
                  </Link>
                  <span className="am">
                    {t.rich("outOf", {
                      most: assignment.most,
                      when: () => <Moment at={assignment.dueAt} timeZone={timeZone} show="day" />,
                    })}
                  </span>
                  <span className={assignment.toGrade > 0 ? "rs now" : "rs"}>
                    {!assignment.published
                      ? t("unpublished")
                      : !assignment.opened
                        ? t("unopened")
                        : assignment.toGrade > 0
                          ? t("toGrade", { count: assignment.toGrade })
                          : t("released", { count: assignment.released })}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((student) => (
              <tr key={student.id}>
                <th scope="row">
                  <bdi className="nmx">{student.name}</bdi>
                </th>
                <td className="group">{student.groups.map((group) => group.name).join(", ")}</td>
                <td className="tot">
                  <span className="va">
                    {student.soFar === null ? "–" : t("percent", { n: student.soFar })}
                  </span>
                </td>
                {book.assignments.map((assignment) => (
                  <td key={assignment.id}>
                    <GradebookCell
                      cell={student.cells[assignment.id]}
                      name={student.name}
                      assignment={assignment}
                      href={`/courses/${courseId}/grade/${assignment.id}?student=${student.id}`}
                    />
                  </td>
                ))}
              </tr>
            ))}
            {shown.length === 0 && (
              <tr>
                <td className="nobody" colSpan={book.assignments.length + 3}>
                  {t("nobody")}
                </td>
              </tr>
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">
                {t("average")} <span>{t("averageOf")}</span>
              </th>
              <td className="group" />
              <td className="tot">
                <b>{book.soFar === null ? "–" : t("percent", { n: book.soFar })}</b>
              </td>
              {book.assignments.map((assignment) => (
                <td key={assignment.id}>
                  <b>{assignment.mean ?? "–"}</b>
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="legend">
        <span>
          <b className="n">25</b> {t("legend.released")}
        </span>
        <span>
          <b className="n">
            25
            <i className="o" />
          </b>{" "}
          {t("legend.draft")}
        </span>
        <span>
          <i className="ring" /> {t("legend.todo")}
        </span>
        <span>
          <i className="tri" /> {t("legend.changed")}
        </span>
      </p>
    </>
  );
}

function SortButton({ by, sorting, onSort }: { by: SortKey; sorting: Sorting; onSort: () => void }) {
  const t = useTranslations("gradebook");
  const Arrow = sorting.descending ? ArrowDownWideNarrow : ArrowUpNarrowWide;
  return (
    <button type="button" className="sort" onClick={onSort}>
      {t(`sort.${by}`)}
      {sorting.by === by && <Arrow className="i s" aria-hidden />}
    </button>
  );
}
