"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { LEAST_SIZE, MOST_NAME, MOST_SIZE, type SetKind, USUAL_SIZE } from "@/domain/group/group";
import type { GroupSet } from "./board-state";

/** What most mean comes first. */
const kinds = ["automatic", "sections", "manual"] as const satisfies readonly SetKind[];

interface MakeDialogProps {
  courseId: string;
  onMade: (set: GroupSet) => void;
}

/** A new way of dividing the class. */
export function MakeDialog({ courseId, onMade }: MakeDialogProps) {
  const t = useTranslations("groups.make");
  const id = useId();
  const trpc = useTRPC();
  const refusal = useRefusal();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<SetKind>("automatic");
  const [size, setSize] = useState(String(USUAL_SIZE));
  const [mixed, setMixed] = useState(false);
  const [name, setName] = useState("");
  // Kept until it is made: what is sent again finds what was made the first time, and what is another makes another.
  const next = useRef<{ wanted: string; id: string } | null>(null);
  const making = useMutation(
    trpc.group.make.mutationOptions({
      onSuccess: (made) => {
        next.current = null;
        setName("");
        setOpen(false);
        onMade(made);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const set = { kind, size: Number(size), mixed, name: name.trim() || undefined };
    const wanted = JSON.stringify(set);
    if (next.current?.wanted !== wanted) next.current = { wanted, id: newId() };
    making.mutate({ courseId, set: { ...set, id: next.current.id } });
  };
  return (
    <Dialog
      title={t("title")}
      open={open}
      onOpenChange={(next) => {
        making.reset();
        setOpen(next);
      }}
      trigger={
        <button type="button" className="btn go">
          {t("title")}
        </button>
      }
    >
      <form className="gr-form" onSubmit={submit}>
        <fieldset className="gr-kinds">
          <legend className="fl">{t("how")}</legend>
          {kinds.map((each) => (
            <label className="check" key={each}>
              <input
                type="radio"
                name={`${id}-kind`}
                checked={kind === each}
                onChange={() => setKind(each)}
              />
              <span>
                <b>{t(`kind.${each}`)}</b>
                <small>{t(`kindHelp.${each}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        {kind === "automatic" && (
          <>
            <Field label={t("size")}>
              <input
                className="input gr-size"
                type="number"
                required
                min={LEAST_SIZE}
                max={MOST_SIZE}
                value={size}
                onChange={(event) => setSize(event.target.value)}
              />
            </Field>
            <label className="check">
              <input type="checkbox" checked={mixed} onChange={(event) => setMixed(event.target.checked)} />
              <span>
                <b>{t("mixed")}</b>
                <small>{t("mixedHelp")}</small>
              </span>
            </label>
          </>
        )}
        <Field label={t("name")} hint={t("nameHelp")} error={making.error && refusal(making.error)}>
          <input
            className="input"
            dir="auto"
            maxLength={MOST_NAME}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        <div className="acts">
          <button type="submit" className="btn go" disabled={making.isPending} aria-busy={making.isPending}>
            {t(making.isPending ? "making" : "act")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
