"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { visibilities } from "@/domain/access/discussion";
import type { AssignmentForm } from "./form-state";
import { NumberField } from "./number-field";

interface Props {
  value: Pick<AssignmentForm, "groupSetId" | "visibility" | "postFirst">;
  groupSets: readonly { id: string; name: string; groups: number }[];
  /** Somebody has written: who talks with whom stays. */
  begun: boolean;
  onChange: (value: Partial<Pick<AssignmentForm, "groupSetId" | "visibility" | "postFirst">>) => void;
}

/** Who talks with whom, and when they see one another's words. */
export function PeopleFields({ value, groupSets, begun, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const id = useId();
  return (
    <>
      <fieldset className="row" id="who">
        <legend className="kick">{t("groups")}</legend>
        <div className="col">
          <label className="vh" htmlFor={id}>
            {t("groupsLabel")}
          </label>
          <select
            id={id}
            className="input"
            disabled={begun}
            value={value.groupSetId ?? ""}
            onChange={(event) => onChange({ groupSetId: event.target.value || null })}
          >
            <option value="">{t("wholeClass")}</option>
            {groupSets.map((set) => (
              <option key={set.id} value={set.id}>
                {t("groupSet", { name: set.name, count: set.groups })}
              </option>
            ))}
          </select>
        </div>
        <p className="gl">{begun ? t("groupsFixed") : t("groupsHelp")}</p>
      </fieldset>

      <fieldset className="row" id="see">
        <legend className="kick">{t("whoSees")}</legend>
        <div className="col">
          <div className="opts">
            {visibilities.map((visibility) => (
              <label className={value.visibility === visibility ? "check on" : "check"} key={visibility}>
                <input
                  type="radio"
                  name={`${id}-visibility`}
                  checked={value.visibility === visibility}
                  onChange={() => onChange({ visibility })}
                />
                <span>
                  <b>{t(`visibility.${visibility}`)}</b>
                  <small>{t(`visibilityHelp.${visibility}`)}</small>
                </span>
              </label>
            ))}
          </div>
          {value.visibility === "postFirst" && (
            <div className="first">
              <NumberField
                label={t("postFirst")}
                most={100}
                value={value.postFirst}
                onChange={(postFirst) => onChange({ postFirst })}
              />
            </div>
          )}
        </div>
        <p className="gl">{t("whoSeesHelp")}</p>
      </fieldset>
    </>
  );
}
