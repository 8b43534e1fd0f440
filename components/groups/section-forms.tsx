"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Confirm } from "@/components/ui/confirm";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { MOST_NAME } from "@/domain/group/group";
import type { GroupActs } from "./use-group-acts";

interface NewSectionProps {
  courseId: string;
  save: GroupActs["saveSection"];
}

/** A section more. */
export function NewSection({ courseId, save }: NewSectionProps) {
  const t = useTranslations("groups.section");
  const refusal = useRefusal();
  const [name, setName] = useState("");
  const [id, setId] = useState(newId);
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    save.mutate(
      { courseId, section: { id, name } },
      {
        onSuccess: () => {
          setName("");
          setId(newId());
        },
        onError: (why) => setError(refusal(why)),
      },
    );
  };
  return (
    <form className="gr-new-section" onSubmit={submit}>
      <Field label={t("name")} error={error}>
        <input
          className="input"
          required
          maxLength={MOST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <button type="submit" className="btn l" disabled={save.isPending}>
        {t("add")}
      </button>
    </form>
  );
}

interface SectionActsProps {
  courseId: string;
  section: { id: string; name: string };
  save: GroupActs["saveSection"];
  remove: GroupActs["removeSection"];
}

/** Naming a section otherwise, and taking it away. */
export function SectionActs({ courseId, section, save, remove }: SectionActsProps) {
  const t = useTranslations("groups.section");
  const refusal = useRefusal();
  const [name, setName] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (name === null) return;
    save.mutate(
      { courseId, section: { id: section.id, name } },
      { onSuccess: () => setName(null), onError: (why) => setError(refusal(why)) },
    );
  };
  return (
    <span className="gr-acts">
      <Dialog
        title={t("renameTitle", { name: section.name })}
        open={name !== null}
        onOpenChange={(open) => {
          setError(null);
          setName(open ? section.name : null);
        }}
        trigger={
          <button type="button" className="btn bare" aria-label={t("renameOf", { name: section.name })}>
            {t("rename")}
          </button>
        }
      >
        <form className="gr-form" onSubmit={submit}>
          <Field label={t("name")} error={error}>
            <input
              className="input"
              required
              maxLength={MOST_NAME}
              value={name ?? ""}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <div className="acts">
            <button type="submit" className="btn go" disabled={save.isPending}>
              {t("save")}
            </button>
          </div>
        </form>
      </Dialog>
      <Confirm
        title={t("removeTitle", { name: section.name })}
        description={t("removeAbout")}
        action={t("remove")}
        danger
        onConfirm={() => remove.mutate({ courseId, sectionId: section.id })}
        trigger={
          <button type="button" className="btn bare" aria-label={t("removeOf", { name: section.name })}>
            {t("remove")}
          </button>
        }
      />
    </span>
  );
}
