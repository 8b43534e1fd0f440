"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { whetherOnline } from "@/components/grading/whether-online";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { MOST_CATEGORIES } from "@/domain/grading/categories";
import { readPoints, showPoints, sumOf } from "@/domain/grading/points";
import { useBook } from "./book-context";
import { type CategoriesForm, faultsIn, formIn } from "./categories-form";
import { CategoryRow } from "./category-row";

/** The parts of the course's grade: what each weighs, and how many of its lowest are left out. */
export function CategoriesDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("gradebook.categories");
  const { book, courseId, meId } = useBook();
  const trpc = useTRPC();
  const client = useQueryClient();
  const problem = useRefusal();
  const held = book.categories;
  const [kept, keep, { clear }] = useDraft(`categories.${meId}.${courseId}`);
  const [stale, setStale] = useState(false);
  const form = formIn(kept) ?? held;
  const put = (categories: CategoriesForm["categories"]) =>
    keep(JSON.stringify({ version: form.version, categories }));
  const readAnew = () => client.invalidateQueries({ queryKey: trpc.gradebook.table.queryKey({ courseId }) });
  const save = useMutation(
    trpc.gradebook.saveCategories.mutationOptions({
      ...whetherOnline,
      onSuccess: async () => {
        clear();
        await readAnew();
        onClose();
      },
      onError: async (error) => {
        if (refusalIn(error)?.code !== "stale") return;
        await readAnew();
        setStale(true);
      },
    }),
  );
  const { categories } = form;
  const faults = faultsIn(categories);
  const whole = sumOf(categories.map(({ weight }) => readPoints(weight) ?? 0));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("about")}>
      {stale && (
        <div role="alert" className="err">
          <p>
            {t("stale", {
              theirs: held.categories.map(({ name, weight }) => `${name} ${weight} %`).join(", "),
            })}
          </p>
          <p className="acts">
            <button
              type="button"
              className="btn"
              onClick={() => {
                clear();
                setStale(false);
              }}
            >
              {t("takeTheirs")}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => {
                keep(JSON.stringify({ version: held.version, categories }));
                setStale(false);
              }}
            >
              {t("keepMine")}
            </button>
          </p>
        </div>
      )}
      <form
        className="weights"
        onSubmit={(event) => {
          event.preventDefault();
          if (faults.size === 0) save.mutate({ courseId, version: form.version, categories });
        }}
      >
        {categories.length === 0 && <p className="soft">{t("empty")}</p>}
        <ol>
          {categories.map((category, at) => (
            <CategoryRow
              key={category.id}
              category={category}
              fault={faults.get(category.id) ?? null}
              used={book.assignments.filter(({ categoryId }) => categoryId === category.id).length}
              onChange={(next) => put(categories.with(at, { ...category, ...next }))}
              onUp={at === 0 ? null : () => put(categories.toSpliced(at, 1).toSpliced(at - 1, 0, category))}
              onRemove={() => put(categories.toSpliced(at, 1))}
            />
          ))}
        </ol>
        {categories.length > 0 && <p className="soft n">{t("whole", { sum: showPoints(whole) })}</p>}
        <button
          type="button"
          className="btn"
          disabled={categories.length >= MOST_CATEGORIES}
          onClick={() => put([...categories, { id: newId(), name: "", weight: "0", dropLowest: 0 }])}
        >
          {t("add")}
        </button>
        {save.error && !stale && (
          <p role="alert" className="err">
            {problem(save.error)}
          </p>
        )}
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t("leave")}
          </button>
          <button type="submit" className="btn go" disabled={save.isPending || stale || faults.size > 0}>
            {t("save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
