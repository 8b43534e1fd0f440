"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import type { FlowPage } from "./shapes";
import "./stance.css";

interface FlowSettingsProps {
  courseId: string;
  settings: FlowPage["settings"];
}

const sizes = [3, 4, 5, 6, 7, 8, 9, 10];

/** For instructors: whether the class sees how it moved, and how small a group may be counted. Saved at once. */
export function FlowSettings({ courseId, settings }: FlowSettingsProps) {
  const t = useTranslations("stance.settings");
  const trpc = useTRPC();
  const client = useQueryClient();
  const sentence = useRefusal();
  const id = useId();
  const key = trpc.stance.flow.queryKey({ courseId });
  const saving = useMutation(
    trpc.course.setFlow.mutationOptions({
      onSuccess: (saved) => client.setQueryData(key, (held) => held && { ...held, settings: saved }),
    }),
  );
  const shown = (saving.isPending && saving.variables?.flow) || saving.data || settings;
  const save = (change: Partial<FlowPage["settings"]>) =>
    saving.mutate({ courseId, flow: { ...shown, ...change } });

  return (
    <fieldset className="flow-settings">
      <legend className="fl">{t("title")}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={shown.showsFlow}
          disabled={saving.isPending}
          onChange={(event) => save({ showsFlow: event.target.checked })}
        />
        <span>
          {t("shows")} <small className="soft">{t("showsHint")}</small>
        </span>
      </label>
      <div className="field">
        <label className="fl" htmlFor={id}>
          {t("smallest")}
        </label>
        <select
          id={id}
          className="input"
          value={shown.smallestGroup}
          disabled={saving.isPending}
          aria-describedby={`${id}-hint`}
          onChange={(event) => save({ smallestGroup: Number(event.target.value) })}
        >
          {sizes.map((size) => (
            <option key={size} value={size}>
              {t("size", { size })}
            </option>
          ))}
        </select>
        <small className="soft" id={`${id}-hint`}>
          {t("smallestHint")}
        </small>
      </div>
      <p className="soft" role="status">
        {saving.isSuccess ? t("saved") : ""}
      </p>
      {saving.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {sentence(saving.error)}
        </p>
      )}
    </fieldset>
  );
}
