"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc/client";
import { Field } from "@/components/ui/field";
import type { FrameOrigin } from "@/domain/frame/frame";
import { templates } from "@/domain/frame/templates";

interface Props {
  value: FrameOrigin;
  onChange: (origin: FrameOrigin) => void;
}

/** One choice as the value of an option. */
const asValue = (origin: FrameOrigin) => {
  switch (origin.kind) {
    case "none":
      return "none";
    case "template":
      return `template:${origin.key}`;
    case "copy":
      return `copy:${origin.courseId}`;
  }
};

function fromValue(value: string): FrameOrigin {
  const [kind, which = ""] = value.split(":");
  if (kind === "template") return { kind, key: which };
  return kind === "copy" ? { kind, courseId: which } : { kind: "none" };
}

/** What the frame of a new course is made from: nothing, a template, or a course where one is staff. */
export function FrameField({ value, onChange }: Props) {
  const t = useTranslations("courses.frame");
  const trpc = useTRPC();
  const sources = useQuery(trpc.course.framesToCopy.queryOptions());
  const courses = sources.data ?? [];
  const template = value.kind === "template" ? templates.find(({ key }) => key === value.key) : undefined;
  const source = value.kind === "copy" ? courses.find(({ id }) => id === value.courseId) : undefined;
  const names = template?.positions.map(({ name }) => name) ?? source?.positions ?? [];
  const about = template?.about ?? (source ? t("copied") : t("hint"));
  return (
    <Field label={t("label")} hint={names.length > 0 ? `${about} ${names.join(" · ")}` : about}>
      <select
        className="input"
        value={asValue(value)}
        onChange={(event) => onChange(fromValue(event.target.value))}
      >
        <option value="none">{t("none")}</option>
        <optgroup label={t("templates")}>
          {templates.map(({ key, title }) => (
            <option key={key} value={asValue({ kind: "template", key })}>
              {title}
            </option>
          ))}
        </optgroup>
        {courses.length > 0 && (
          <optgroup label={t("mine")}>
            {courses.map(({ id, title, term }) => (
              <option key={id} value={asValue({ kind: "copy", courseId: id })}>
                {[title, term].filter(Boolean).join(" · ")}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </Field>
  );
}
