"use client";

import { useMutation } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { LEAST_SIZE, MOST_NAME, MOST_SIZE } from "@/domain/group/group";
import type { GroupSet } from "./board-state";
import { formOf, hasSameName, linesOf, type SetForm, saveOf, withGroup, withoutGroup } from "./set-form";

interface SettingsDialogProps {
  courseId: string;
  set: GroupSet;
  onSaved: (set: GroupSet) => void;
  /** Somebody else has saved: the set is wanted as it stands now. */
  onStale: () => void;
}

/** A set's name and rule, and the names of its groups. */
export function SettingsDialog({ courseId, set, onSaved, onStale }: SettingsDialogProps) {
  const t = useTranslations("groups.settings");
  const make = useTranslations("groups.make");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const [form, setForm] = useState<SetForm | null>(null);
  const change = (what: Partial<SetForm>) => setForm((held) => held && { ...held, ...what });
  const saving = useMutation(
    trpc.group.save.mutationOptions({
      onSuccess: (saved) => {
        setForm(null);
        toast.success(t("saved"));
        onSaved(saved);
      },
      onError: (error) => {
        // Somebody in it is no student any more: the next save goes by who is.
        const code = refusalIn(error)?.code;
        if (code === "stale" || code === "not-found") onStale();
      },
    }),
  );
  const why = refusalIn(saving.error);
  const stale = why?.code === "stale" ? why.current.text : null;
  const lines = form ? linesOf(set, form) : [];
  const same = hasSameName(lines);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (form && !same) saving.mutate({ courseId, set: saveOf(set, form) });
  };
  return (
    <Dialog
      title={t("title", { name: set.name })}
      open={form !== null}
      onOpenChange={(open) => {
        saving.reset();
        setForm(open ? formOf(set) : null);
      }}
      trigger={
        <button type="button" className="btn">
          {t("open")}
        </button>
      }
    >
      {form && (
        <form className="gr-form" onSubmit={submit}>
          {stale !== null && (
            <Note kind="now">
              <b>{t("staleTitle")}</b>
              <pre className="gr-theirs">{stale}</pre>
              {t("staleHelp")}
            </Note>
          )}
          <Field label={make("name")} error={saving.error && stale === null ? refusal(saving.error) : null}>
            <input
              className="input"
              dir="auto"
              required
              maxLength={MOST_NAME}
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </Field>
          {set.kind === "automatic" && (
            <>
              <Field label={make("size")} hint={t("sizeHelp")}>
                <input
                  className="input gr-size"
                  type="number"
                  required
                  min={LEAST_SIZE}
                  max={MOST_SIZE}
                  value={form.size}
                  onChange={(event) => change({ size: event.target.value })}
                />
              </Field>
              <label className="check">
                <input
                  type="checkbox"
                  checked={form.mixed}
                  onChange={(event) => change({ mixed: event.target.checked })}
                />
                <span>
                  <b>{make("mixed")}</b>
                  <small>{make("mixedHelp")}</small>
                </span>
              </label>
            </>
          )}
          {set.kind !== "sections" && (
            <fieldset className="gr-names">
              <legend className="fl">{t("groups")}</legend>
              {lines.map((line) => (
                <div className="gr-name" key={line.id}>
                  <input
                    className="input"
                    dir="auto"
                    aria-label={t("group", { name: line.known })}
                    required
                    maxLength={MOST_NAME}
                    value={line.name}
                    onChange={(event) => change({ names: { ...form.names, [line.id]: event.target.value } })}
                  />
                  {line.empty && (
                    <button
                      type="button"
                      className="iconb"
                      aria-label={t("remove", { name: line.name })}
                      onClick={() => setForm(withoutGroup(form, line.id))}
                    >
                      <X className="i" aria-hidden />
                    </button>
                  )}
                </div>
              ))}
              <button
                type="button"
                className="btn bare"
                onClick={() => setForm(withGroup(set, form, newId()))}
              >
                <Plus className="i" aria-hidden />
                {t("add")}
              </button>
              {same && (
                <p className="err" role="alert">
                  {t("same")}
                </p>
              )}
            </fieldset>
          )}
          <div className="acts">
            <button
              type="submit"
              className="btn go"
              disabled={same || saving.isPending}
              aria-busy={saving.isPending}
            >
              {t(saving.isPending ? "saving" : stale === null ? "act" : "staleAct")}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
