"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import "./presence.css";

/** Whether the course shows who is reading, and whether this person lets it. */
interface Presence {
  course: boolean;
  mine: boolean;
}

interface PresenceSettingsProps {
  courseId: string;
  presence: Presence;
  staff: boolean;
  /** Called once the server has taken it. */
  onChanged: (presence: Presence) => void;
}

/** Who is seen reading: oneself, and, as staff decide, anybody. */
export function PresenceSettings({ courseId, presence, staff, onChanged }: PresenceSettingsProps) {
  const t = useTranslations("presence");
  const trpc = useTRPC();
  const sentence = useRefusal();
  const [wanted, setWanted] = useState<Presence | null>(null);
  const setting = useMutation(trpc.presence.set.mutationOptions({ onSettled: () => setWanted(null) }));
  const shown = wanted ?? presence;
  const set = (of: "self" | "course", on: boolean) => {
    // A switch that is disabled meanwhile would lose the focus.
    if (setting.isPending) return;
    const next = { ...shown, [of === "self" ? "mine" : "course"]: on };
    setWanted(next);
    setting.mutate({ courseId, setting: { of, on } }, { onSuccess: () => onChanged(next) });
  };

  return (
    <div className="presence-set">
      <Switch
        label={t("mine")}
        on={shown.mine && shown.course}
        disabled={!shown.course}
        onChange={(on) => set("self", on)}
      >
        {t(shown.course ? (staff ? "mineHelpStaff" : "mineHelp") : "courseOff")}
      </Switch>
      {staff && (
        <Switch label={t("course")} on={shown.course} onChange={(on) => set("course", on)}>
          {t("courseHelp")}
        </Switch>
      )}
      {setting.error && (
        <p className="err" role="alert">
          <CircleAlert className="i" aria-hidden="true" />
          {refusalIn(setting.error) ? sentence(setting.error) : t("failed")}
        </p>
      )}
    </div>
  );
}

interface SwitchProps {
  label: string;
  on: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
  /** What it does. */
  children: ReactNode;
}

function Switch({ label, on, disabled = false, onChange, children }: SwitchProps) {
  return (
    <label className="sw">
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        checked={on}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        <b>{label}</b>
        <small>{children}</small>
      </span>
    </label>
  );
}
