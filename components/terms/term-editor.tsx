"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useDraft } from "@/components/device/use-draft";
import { languageChoices } from "@/components/source/languages";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { MOST_FORMS } from "@/domain/prompt/term-input";
import type { Term } from "./shapes";
import { TermConflict } from "./term-conflict";
import { draftOf, readKept, type TermDraft, together, toSend, troubleIn } from "./term-draft";

interface Props {
  courseId: string;
  meId: string;
  /** Null: a new one. */
  term: Term | null;
  onSaved: () => void;
  onClose: () => void;
}

/** A term being written: its name, why it is contested, and the words by which it is found. */
export function TermEditor({ courseId, meId, term, onSaved, onClose }: Props) {
  const t = useTranslations("term.edit");
  const locale = useLocale();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const [kept, setKept, device] = useDraft(`${meId}.term.${term?.id ?? `new.${courseId}`}`);
  const [theirs, setTheirs] = useState<TermDraft | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const name = useRef<HTMLInputElement>(null);
  const [tried, setTried] = useState(false);
  const saving = useMutation(trpc.term.save.mutationOptions());
  const draft = readKept(kept) ?? draftOf(term, locale.split("-")[0] ?? "en");
  const change = (part: Partial<TermDraft>) => setKept(JSON.stringify({ ...draft, ...part }));
  const setForm = (at: number, form: Partial<TermDraft["forms"][number]>) =>
    change({ forms: draft.forms.map((each, index) => (index === at ? { ...each, ...form } : each)) });
  // A form is known by its place, here as in the database.
  const rows = draft.forms.map((form, at) => ({ ...form, at }));
  const present = draft.forms.map(({ language }) => language).join(" ");
  const languages = useMemo(() => languageChoices(locale, present.split(" ")), [locale, present]);
  // Under any id: the one it is sent under is given out when it is sent.
  const [anyId] = useState(newId);
  const trouble = troubleIn(toSend(term?.id ?? anyId, draft));
  const problem = (field: string) => {
    if (!tried || trouble?.field !== field) return null;
    return t.has(`problem.${trouble.problem}`) ? t(`problem.${trouble.problem}`) : t("problem.other");
  };

  const save = async () => {
    setTried(true);
    setFault(null);
    if (trouble) return;
    const id = term?.id ?? device.id();
    try {
      await saving.mutateAsync({ courseId, term: toSend(id, draft) });
      // What was typed meanwhile stays on the device.
      device.clear(kept);
      onSaved();
    } catch (error) {
      if (refusalIn(error)?.code === "stale") {
        const query = trpc.term.get.queryOptions({ courseId, termId: id });
        setTheirs(draftOf(await queries.fetchQuery({ ...query, staleTime: 0 }), locale));
      } else setFault(sentence(error));
    }
  };
  const settle = (next: TermDraft) => {
    change(next);
    setTheirs(null);
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={term ? t("edit") : t("new")}
      kind="sheet"
      initialFocus={name}
    >
      <form
        className="tm-edit"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {theirs && (
          <TermConflict
            theirs={theirs}
            onTheirs={() => settle(theirs)}
            onMine={() => settle({ ...draft, version: theirs.version })}
            onBoth={() => settle(together(draft, theirs))}
          />
        )}
        <Field label={t("name")} error={problem("name")}>
          <input
            ref={name}
            className="input"
            value={draft.name}
            maxLength={80}
            dir="auto"
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        <Field label={t("gloss")} hint={t("glossHint")} error={problem("gloss")}>
          <textarea
            className="input"
            rows={2}
            value={draft.gloss}
            maxLength={600}
            dir="auto"
            onChange={(event) => change({ gloss: event.target.value })}
          />
        </Field>
        <fieldset className="tm-words">
          <legend className="fl">{t("forms")}</legend>
          <p className="help">{t("formsHint")}</p>
          {rows.map(({ language, words, at }) => (
            <p key={at}>
              <input
                className="input"
                aria-label={t("words", { number: at + 1 })}
                aria-invalid={problem(`forms.${at}.words`) !== null}
                value={words}
                lang={language}
                dir="auto"
                maxLength={80}
                onChange={(event) => setForm(at, { words: event.target.value })}
              />
              <select
                className="input"
                aria-label={t("language", { number: at + 1 })}
                value={language}
                onChange={(event) => setForm(at, { language: event.target.value })}
              >
                {languages.map(({ tag, name }) => (
                  <option key={tag} value={tag}>
                    {name}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="iconb"
                aria-label={t("removeWords", { number: at + 1 })}
                disabled={draft.forms.length === 1}
                onClick={() => change({ forms: draft.forms.filter((_, index) => index !== at) })}
              >
                <Trash2 className="i" aria-hidden />
              </button>
            </p>
          ))}
          <button
            type="button"
            className="btn"
            disabled={draft.forms.length >= MOST_FORMS}
            onClick={() =>
              change({
                forms: [...draft.forms, { language: draft.forms.at(-1)?.language ?? "en", words: "" }],
              })
            }
          >
            <Plus className="i" aria-hidden />
            {t("addWords")}
          </button>
        </fieldset>
        {tried && trouble && (
          <p className="err" role="alert">
            {problem(trouble.field)}
          </p>
        )}
        {fault && (
          <p className="err" role="alert">
            {fault}
          </p>
        )}
        <div className="acts">
          {kept !== "" && (
            <button type="button" className="btn bare" onClick={() => device.clear()}>
              {t("discard")}
            </button>
          )}
          <button type="button" className="btn" onClick={onClose}>
            {kept === "" ? t("close") : t("later")}
          </button>
          <button
            type="submit"
            className="btn go"
            disabled={saving.isPending || theirs !== null}
            aria-busy={saving.isPending}
          >
            {t("save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
