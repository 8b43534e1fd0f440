"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { isSamePlace } from "@/domain/prompt/term-input";
import { DifferenceForm } from "./difference-form";
import { DifferenceItem } from "./difference-item";
import type { ChosenUse, TermPage } from "./shapes";
import { TermEditor } from "./term-editor";
import { nameOf, UseCard } from "./use-card";
import { useDifferences } from "./use-differences";
import { useTermKeys } from "./use-term-keys";

interface Props {
  courseId: string;
  meId: string;
  timeZone: string;
  page: TermPage;
  /** The difference whose thread is open at first. */
  at: string | null;
}

/** Every use of a term side by side, reading by reading, and in what they differ. */
export function TermDesk({ courseId, meId, timeZone, page, at }: Props) {
  const t = useTranslations("term");
  const locale = useLocale();
  const trpc = useTRPC();
  const termId = page.term.id;
  const { data, refetch } = useQuery({
    ...trpc.term.page.queryOptions({ courseId, termId }),
    initialData: page,
  });
  const { term, readings, differences } = data;
  const canDiscuss = data.can.discuss;
  const acts = useDifferences(courseId, termId);
  const [chosen, setChosen] = useState<readonly ChosenUse[]>([]);
  const [open, setOpen] = useState(at);
  const [editing, setEditing] = useState(false);

  const all = useMemo(
    () =>
      readings.flatMap(({ id, number, uses }) =>
        uses.map(({ paragraphId, paragraph }) => ({
          readingId: id,
          reading: number,
          paragraphId,
          paragraph,
        })),
      ),
    [readings],
  );
  const choose = useCallback(
    (place: string) => {
      const use = all.find((each) => `${each.readingId}.${each.paragraphId}` === place);
      if (!use) return;
      // A third takes the place of the first.
      setChosen((before) =>
        before.some((each) => isSamePlace(each, use))
          ? before.filter((each) => !isSamePlace(each, use))
          : [...before, use].slice(-2),
      );
    },
    [all],
  );
  const keysDialog = useTermKeys(canDiscuss ? choose : null);
  const show = useCallback((id: string) => {
    setOpen(id);
    requestAnimationFrame(() => {
      const item = document.getElementById(`difference-${id}`);
      item?.scrollIntoView({ block: "nearest" });
      item?.querySelector<HTMLElement>("[aria-expanded]")?.focus();
    });
  }, []);
  useEffect(() => {
    if (at) show(at);
  }, [at, show]);

  const holding = readings.filter(({ count }) => count > 0);
  const without = readings.filter(({ count }) => count === 0);
  return (
    <>
      {keysDialog}
      <header className="tm-top">
        <div>
          <h1 className="head-1" dir="auto">
            {term.name}
          </h1>
          {term.gloss && (
            <p className="tm-gloss" dir="auto">
              {term.gloss}
            </p>
          )}
          <p className="tm-forms">
            <span className="label">{t("foundBy")}</span>
            {term.forms.map(({ language, words }) => (
              <span className="chip" key={`${language}.${words}`} title={nameOf(language, locale)}>
                <span lang={language}>{words}</span>
                <span className="vh">({nameOf(language, locale)})</span>
              </span>
            ))}
          </p>
          <p className="sum">{t("summary", { uses: all.length, readings: holding.length })}</p>
          {term.removed && <p className="note">{t("isRemoved")}</p>}
        </div>
        {data.can.write && (
          <button type="button" className="btn" onClick={() => setEditing(true)}>
            {t("editAct")}
          </button>
        )}
      </header>
      {editing && (
        <TermEditor
          courseId={courseId}
          meId={meId}
          term={term}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            void refetch();
          }}
        />
      )}
      {holding.length === 0 ? (
        <Blank title={t("nowhere")}>
          <p>{data.can.write ? t("nowhereStaff") : t("nowhereOthers")}</p>
        </Blank>
      ) : (
        <section className="tm-columns" aria-label={t("uses")}>
          {holding.map((reading) => (
            <section key={reading.id} aria-labelledby={`reading-${reading.id}`}>
              <h2 id={`reading-${reading.id}`}>
                <Link prefetch={false} href={`/courses/${courseId}/readings/${reading.id}`}>
                  <b className="n">{reading.number}</b> {reading.title}
                </Link>
                <small className="faint">{t("useCount", { count: reading.count })}</small>
              </h2>
              {reading.uses.map((use) => {
                const place = { readingId: reading.id, paragraphId: use.paragraphId };
                return (
                  <UseCard
                    key={use.paragraphId}
                    courseId={courseId}
                    readingId={reading.id}
                    reading={reading.number}
                    title={reading.title}
                    use={use}
                    chosen={chosen.some((each) => isSamePlace(each, place))}
                    canDiscuss={canDiscuss}
                    differences={differences.filter(
                      ({ left, right }) => isSamePlace(left, place) || isSamePlace(right, place),
                    )}
                    onChoose={() => choose(`${place.readingId}.${place.paragraphId}`)}
                    onDifference={show}
                  />
                );
              })}
              {reading.count > reading.uses.length && (
                <p className="soft">{t("moreUses", { count: reading.count - reading.uses.length })}</p>
              )}
            </section>
          ))}
        </section>
      )}
      {holding.length > 0 && without.length > 0 && (
        <p className="tm-without soft">
          {t("notIn")} {without.map(({ number, title }) => `${number} ${title}`).join(" · ")}
        </p>
      )}
      <section className="tm-diffs" aria-labelledby="tm-diffs">
        <h2 className="head-2" id="tm-diffs" tabIndex={-1}>
          {t("differences")}
        </h2>
        {acts.fault && (
          <p className="err" role="alert">
            {acts.fault}
          </p>
        )}
        {differences.length === 0 && (
          <p className="soft">{canDiscuss ? t("noDifferences") : t("noDifferencesYet")}</p>
        )}
        <ol>
          {differences.map((difference) => (
            <DifferenceItem
              key={difference.id}
              courseId={courseId}
              meId={meId}
              timeZone={timeZone}
              difference={difference}
              open={open === difference.id}
              canDiscuss={canDiscuss}
              onToggle={() => setOpen(open === difference.id ? null : difference.id)}
              onDelete={() => {
                acts.remove(difference.id);
                document.getElementById("tm-diffs")?.focus();
              }}
              onCount={(count) => acts.count(difference.id, count)}
            />
          ))}
        </ol>
      </section>
      {chosen.length > 0 && (
        <DifferenceForm
          courseId={courseId}
          meId={meId}
          termId={termId}
          chosen={chosen}
          differences={differences}
          onStated={(difference) => {
            acts.add(difference);
            setChosen([]);
            show(difference.id);
          }}
          onShow={(id) => {
            setChosen([]);
            show(id);
          }}
          onCancel={() => {
            const last = chosen.at(-1);
            setChosen([]);
            const place = `${last?.readingId}.${last?.paragraphId}`;
            document.querySelector<HTMLElement>(`[data-use="${place}"]`)?.focus();
          }}
        />
      )}
    </>
  );
}
