"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Field } from "@/components/ui/field";
import { type Template, templates } from "@/domain/frame/templates";

interface Props {
  courseId: string;
  /** There is something unsaved: a copy is made of what is saved. */
  dirty: boolean;
  onTemplate: (template: Template) => void;
  onCopied: () => void;
}

/** A frame to begin from: it adds what is not there yet, and changes nothing that is. */
export function BeginFrom({ courseId, dirty, onTemplate, onCopied }: Props) {
  const t = useTranslations("frame.edit");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const sources = useQuery(trpc.frame.sourcesToCopy.queryOptions({ courseId }));
  const [key, setKey] = useState(templates[0]?.key ?? "");
  const [from, setFrom] = useState("");
  const template = templates.find((each) => each.key === key);
  const copying = useMutation(
    trpc.frame.copy.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: trpc.frame.page.queryKey({ courseId }) });
        onCopied();
      },
    }),
  );
  const courses = sources.data ?? [];
  const chosen = from || courses[0]?.id || "";
  return (
    <section className="fe-begin" aria-label={t("begin")}>
      <h2 className="h-sec">{t("begin")}</h2>
      <p className="soft">{t("beginWhy")}</p>
      <div className="fe-from">
        <Field label={t("template")} hint={template?.about}>
          <select className="input" value={key} onChange={(event) => setKey(event.target.value)}>
            {templates.map((each) => (
              <option key={each.key} value={each.key}>
                {each.title}
              </option>
            ))}
          </select>
        </Field>
        <button type="button" className="btn" onClick={() => template && onTemplate(template)}>
          {t("addTemplate")}
        </button>
      </div>
      {courses.length > 0 && (
        <div className="fe-from">
          <Field
            label={t("otherCourse")}
            hint={dirty ? t("saveFirst") : t("otherCourseHint")}
            error={copying.error ? sentence(copying.error) : null}
          >
            <select className="input" value={chosen} onChange={(event) => setFrom(event.target.value)}>
              {courses.map(({ id, title, term, positions }) => (
                <option key={id} value={id}>
                  {[title, term, t("positionCount", { count: positions.length })].filter(Boolean).join(" · ")}
                </option>
              ))}
            </select>
          </Field>
          <button
            type="button"
            className="btn"
            disabled={dirty || copying.isPending}
            aria-busy={copying.isPending}
            onClick={() => copying.mutate({ courseId, fromCourseId: chosen })}
          >
            {t("copy")}
          </button>
        </div>
      )}
    </section>
  );
}
