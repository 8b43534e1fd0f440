"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { visibilities } from "@/domain/access/discussion";
import { namings } from "@/domain/comment/voice";
import type { AssignmentForm } from "./form-state";
import { NumberField } from "./number-field";

type PeopleForm = Pick<AssignmentForm, "groupSetId" | "visibility" | "postFirst" | "names">;

interface Props {
  value: PeopleForm;
  groupSets: readonly { id: string; name: string; groups: number }[];
  /** Somebody has written: who talks with whom stays. */
  begun: boolean;
  /** What classmates have seen so far; null for an assignment that is new. */
  heldNames: PeopleForm["names"] | null;
  onChange: (value: Partial<PeopleForm>) => void;
}

/** Who talks with whom, when they see one another's words, and under what names. */
export function PeopleFields({ value, groupSets, begun, heldNames, onChange }: Props) {
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

      <fieldset className="row" id="names">
        <legend className="kick">{t("names")}</legend>
        <div className="col">
          <div className="opts">
            {namings.map((names) => (
              <label className={value.names === names ? "check on" : "check"} key={names}>
                <input
                  type="radio"
                  name={`${id}-names`}
                  checked={value.names === names}
                  onChange={() => onChange({ names })}
                />
                <span>
                  <b>{t(`naming.${names}`)}</b>
                  <small>{t(`namingHelp.${names}`)}</small>
                </span>
              </label>
            ))}
          </div>
          <p role="status">{begun && heldNames !== value.names && t(`namesChanged.${value.names}`)}</p>
        </div>
        <p className="gl">{t("namesHelp")}</p>
      </fieldset>
    </>
  );
}
