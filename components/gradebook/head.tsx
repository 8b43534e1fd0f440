"use client";

import { ArrowDownWideNarrow, ArrowUpNarrowWide } from "lucide-react";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { useBook } from "./book-context";
import { ReleaseColumn } from "./release-column";
import type { GradebookAssignment, View } from "./shapes";
import { type Sorting, type SortKey, sortedBy } from "./sorting";

interface Props {
  columns: readonly GradebookAssignment[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  view: View;
}

/** The assignments, under the categories they count in. */
export function Head({ columns, sorting, onSort, view }: Props) {
  const t = useTranslations("gradebook");
  const { book } = useBook();
  const categories = book.categories.categories;
  const direction = (by: SortKey) =>
    sorting.by === by ? (sorting.descending ? ("descending" as const) : ("ascending" as const)) : undefined;
  const sort = (by: SortKey) => (
    <SortButton by={by} sorting={sorting} onSort={() => onSort(sortedBy(sorting, by))} />
  );
  return (
    <thead>
      {categories.length > 0 && (
        <tr className="cat" aria-rowindex={1}>
          <td className="corner" />
          <td className="group" />
          <td />
          {inRuns(columns).map(({ categoryId, count, from }) => {
            const category = categories.find(({ id }) => id === categoryId);
            return (
              <th key={from} scope="colgroup" colSpan={count}>
                {category ? category.name : t("categories.none")}{" "}
                <span>
                  {category
                    ? t("categories.of", { weight: category.weight, drop: category.dropLowest })
                    : t("categories.notCounted")}
                </span>
              </th>
            );
          })}
        </tr>
      )}
      <tr className="asg" aria-rowindex={categories.length > 0 ? 2 : 1}>
        <th scope="col" className="corner" aria-sort={direction("name")}>
          {sort("name")}
        </th>
        <th scope="col" className="group" aria-sort={direction("group")}>
          {sort("group")}
        </th>
        <th scope="col" className="tot" aria-sort={direction("total")}>
          {sort("total")}
          <span className="am">{t(view === "known" ? "allGiven" : "releasedOnly")}</span>
        </th>
        {columns.map((assignment) => (
          <Column key={assignment.id} assignment={assignment} view={view} />
        ))}
      </tr>
    </thead>
  );
}

/** Neighbours of one category, together. */
function inRuns(columns: readonly GradebookAssignment[]) {
  const runs: { categoryId: string | null; count: number; from: string }[] = [];
  for (const { id, categoryId } of columns) {
    const last = runs.at(-1);
    if (last && last.categoryId === categoryId) last.count++;
    else runs.push({ categoryId, count: 1, from: id });
  }
  return runs;
}

function Column({ assignment, view }: { assignment: GradebookAssignment; view: View }) {
  const t = useTranslations("gradebook");
  const { courseId, timeZone } = useBook();
  const { id, title, most, dueAt, opensAt, published, opened, toGrade, released } = assignment;
  return (
    <th scope="col">
      <Link className="an" href={`/courses/${courseId}/grade/${id}`} prefetch={false} title={title}>
        {title}
      </Link>
      <span className="am">
        {t.rich("outOf", { most, when: () => <Moment at={dueAt} timeZone={timeZone} show="day" /> })}
      </span>
      {!published ? (
        <span className="rs">{t("unpublished")}</span>
      ) : !opened ? (
        <span className="rs">
          {t.rich("opens", { when: () => <Moment at={opensAt} timeZone={timeZone} show="day" /> })}
        </span>
      ) : view === "known" ? (
        <ReleaseColumn assignment={assignment} />
      ) : (
        <span className="rs">{t("released", { count: released })}</span>
      )}
      {view === "known" && toGrade > 0 && opened && (
        <span className="am">{t("toGrade", { count: toGrade })}</span>
      )}
    </th>
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
