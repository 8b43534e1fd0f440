"use client";

import { useTranslations } from "next-intl";
import { type Part, parts } from "@/domain/participation/policy";
import type { LateForm, ParticipationForm } from "./form-shape";

const DAY = 24 * 60;

/** A stretch of minutes in the unit one would say it in. */
export function inUnits(minutes: number): { count: number; unit: "minutes" | "hours" | "days" } {
  if (minutes > 0 && minutes % DAY === 0) return { count: minutes / DAY, unit: "days" };
  if (minutes > 0 && minutes % 60 === 0) return { count: minutes / 60, unit: "hours" };
  return { count: minutes, unit: "minutes" };
}

/** What lateness takes off, and what taking part consists of, in words. */
export function usePolicyWords() {
  const tLate = useTranslations("assignment.late.words");
  const tPart = useTranslations("assignment.counts.words");

  const late = (policy: LateForm): string => {
    if (policy.kind === "none") return tLate("none");
    const grace =
      policy.graceMinutes === 0
        ? ""
        : tLate("grace", {
            time: tLate(`time.${inUnits(policy.graceMinutes).unit}`, inUnits(policy.graceMinutes)),
          });
    const rest = () => {
      switch (policy.kind) {
        case "grace":
          return tLate("nothing");
        case "perDay":
          return tLate("perDay", { percent: policy.percent, floor: policy.floor });
        case "steps":
          return [
            ...policy.steps.map((step) => tLate("step", { kept: step.kept, days: step.days })),
            tLate("after", { floor: policy.floor }),
          ].join(", ");
      }
    };
    return [grace, rest()].filter((part) => part !== "").join("; ");
  };

  const ofPart = (policy: ParticipationForm, part: Part): string => {
    const { weight } = policy[part];
    if (weight === 0) return "";
    switch (part) {
      case "timeliness":
        return tPart(part, { weight });
      case "replies":
        return tPart(part, { weight, given: policy.replies.given, received: policy.replies.received });
      default:
        return tPart(part, { weight, wanted: policy[part].wanted });
    }
  };
  const words = (policy: ParticipationForm): string => tPart("minWords", { count: policy.minWords });

  /** One line a part that counts. */
  const takingPart = (policy: ParticipationForm): string =>
    [...parts.map((part) => ofPart(policy, part)), words(policy)].filter((line) => line !== "").join("\n");

  /** Only the parts in which two differ: as they are in the first, and in the second. */
  const takingPartApart = (one: ParticipationForm, other: ParticipationForm): [string, string] => {
    const lines = [
      ...parts.map((part) => [
        ofPart(one, part) || tPart("not", { part: tPart(`name.${part}`) }),
        ofPart(other, part) || tPart("not", { part: tPart(`name.${part}`) }),
      ]),
      [words(one), words(other)],
    ].filter(([mine, theirs]) => mine !== theirs);
    return [lines.map(([mine]) => mine).join("; "), lines.map(([, theirs]) => theirs).join("; ")];
  };

  return { late, takingPart, takingPartApart };
}
