"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import type { FrameOrigin } from "@/domain/frame/frame";
import { FrameField } from "./frame-field";

const zones = Intl.supportedValuesOf("timeZone");

/** Opens a course. Its id is made once, so that sending the form twice opens one. */
export function CourseForm() {
  const t = useTranslations("courses");
  const router = useRouter();
  const refusal = useRefusal();
  const trpc = useTRPC();
  const [id] = useState(newId);
  const [zone, setZone] = useState("UTC");
  const [frame, setFrame] = useState<FrameOrigin>({ kind: "none" });
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  const create = useMutation(
    trpc.course.create.mutationOptions({ onSuccess: (course) => router.push(`/courses/${course.id}`) }),
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name));
    create.mutate({
      id,
      title: text("title"),
      subtitle: text("subtitle"),
      term: text("term"),
      timeZone: zone,
      frame,
    });
  };
  return (
    <form className="form" onSubmit={onSubmit}>
      {create.isError && <Note kind="now">{refusal(create.error)}</Note>}
      <Field label={t("name")}>
        <input className="input" name="title" maxLength={200} required />
      </Field>
      <Field label={t("subtitle")} hint={t("subtitleHint")}>
        <input className="input" name="subtitle" maxLength={400} />
      </Field>
      <Field label={t("term")}>
        <input className="input" name="term" maxLength={80} placeholder={t("termExample")} />
      </Field>
      <Field label={t("zone")} hint={t("zoneHint")}>
        <select className="input" value={zone} onChange={(event) => setZone(event.target.value)}>
          {(zones.includes(zone) ? zones : [zone, ...zones]).map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </Field>
      <FrameField value={frame} onChange={setFrame} />
      <p className="line">
        <button className="btn go l" type="submit" aria-busy={create.isPending} disabled={create.isPending}>
          {t("create")}
        </button>
      </p>
    </form>
  );
}
