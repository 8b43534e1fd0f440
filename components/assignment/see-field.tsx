"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Link } from "@/components/ui/link";
import { visibilities } from "@/domain/access/discussion";
import { namings } from "@/domain/comment/voice";
import type { AssignmentForm } from "./form-shape";
import { NumberInput } from "./number-field";

const switches = ["privateNotes", "blind", "showsDistribution"] as const;

type SeeForm = Pick<
  AssignmentForm,
  "visibility" | "postFirst" | "postFirstWords" | "names" | (typeof switches)[number]
>;

interface Props {
  courseId: string;
  value: SeeForm;
  /** What is saved, and seen so far; null for an assignment that is new. */
  held: SeeForm | null;
  /** Somebody has written. */
  begun: boolean;
  /** The names of a blind assignment have been given back to staff. */
  namesShown: boolean;
  onChange: (value: Partial<SeeForm>) => void;
}

/** When students see one another's words, under what names, and what staff and students see of the marking. */
export function SeeField({ courseId, value, held, begun, namesShown, onChange }: Props) {
  const t = useTranslations("assignment.form");
  const tSee = useTranslations("assignment.see");
  const id = useId();
  const renamed = begun && held !== null && held.names !== value.names;
  return (
    <>
      <fieldset className="row" id="see">
        <legend className="kick">{t("whoSees")}</legend>
        <div className="col">
          <div className="opts" role="radiogroup" aria-label={tSee("when")}>
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
            <p className="after">
              {tSee.rich("after", {
                comments: () => (
                  <NumberInput
                    small
                    least={1}
                    most={100}
                    aria-label={t("postFirst")}
                    value={value.postFirst}
                    onChange={(postFirst) => onChange({ postFirst })}
                  />
                ),
                words: () => (
                  <NumberInput
                    small
                    most={500}
                    aria-label={tSee("words")}
                    value={value.postFirstWords}
                    onChange={(postFirstWords) => onChange({ postFirstWords })}
                  />
                ),
              })}
            </p>
          )}
          <div className="line nm-l" role="radiogroup" aria-label={tSee("classmates")}>
            {namings.map((names) => (
              <label className="check" key={names}>
                <input
                  type="radio"
                  name={`${id}-names`}
                  checked={value.names === names}
                  onChange={() => onChange({ names })}
                />
                <span>
                  {t(`naming.${names}`)} <small className="faint">{t(`namingHelp.${names}`)}</small>
                </span>
              </label>
            ))}
          </div>
          <p role="status" className="help">
            {renamed && t(`namesChanged.${value.names}`)}
          </p>
        </div>
        <p className="gl">{t("whoSeesHelp")}</p>
      </fieldset>
      <fieldset className="row" id="private">
        <legend className="kick">{tSee("marking")}</legend>
        <div className="col sws">
          {switches.map((name) => (
            <div key={name}>
              <label className="sw" htmlFor={`${id}-${name}`}>
                <input
                  id={`${id}-${name}`}
                  type="checkbox"
                  role="switch"
                  aria-checked={value[name]}
                  aria-describedby={`${id}-${name}-help`}
                  checked={value[name]}
                  onChange={(event) => onChange({ [name]: event.target.checked })}
                />
                {tSee(name)}
              </label>
              <p className="help" id={`${id}-${name}-help`}>
                {name === "blind" && namesShown ? tSee("namesShown") : tSee(`help.${name}`)}
              </p>
            </div>
          ))}
        </div>
        <p className="gl">
          {value.blind && !namesShown ? (
            <Link className="link" prefetch={false} href={`/courses/${courseId}/grade`}>
              {tSee("showNames")}
            </Link>
          ) : (
            tSee("markingHelp")
          )}
        </p>
      </fieldset>
    </>
  );
}
