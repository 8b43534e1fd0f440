"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { LEAST_SIZE, MOST_SIZE, USUAL_SIZE } from "@/domain/group/group";
import { Fault } from "./fault";
import { NumberInput } from "./number-field";
import { SegChoice } from "./seg-choice";
import type { GroupSet, useGroupSets } from "./use-group-sets";

const ways = ["class", "sections", "automatic", "manual"] as const;
export type Way = (typeof ways)[number];

/** Groups were asked for and are not there: kept like this, the whole class would talk together. */
export const owesGroups = (looking: Way | null, groupSetId: string | null): boolean =>
  looking !== null && looking !== "class" && groupSetId === null;

interface Props {
  courseId: string;
  value: string | null;
  groups: ReturnType<typeof useGroupSets>;
  /** Somebody has written: who talks with whom stays. */
  begun: boolean;
  /** The way that was looked at last; null where none was: then it is that of the value. */
  looking: Way | null;
  wrong: boolean;
  onLook: (way: Way) => void;
  onChange: (groupSetId: string | null) => void;
}

/** Who talks with whom: the class, its sections, groups of so many, or groups made by hand. */
export function GroupsField(props: Props) {
  const { courseId, value, groups, begun, looking, wrong, onLook, onChange } = props;
  const t = useTranslations("assignment.groups");
  const tFault = useTranslations("assignment.save.faults");
  const id = useId();
  const { sets } = groups;
  const chosen = sets.find((set) => set.id === value);
  const [wanted, setWanted] = useState<{ size: number; mixed: boolean } | null>(null);
  const way: Way = looking ?? (value === null ? "class" : (chosen?.kind ?? "manual"));
  const { size, mixed } = wanted ?? { size: chosen?.size ?? USUAL_SIZE, mixed: chosen?.mixed ?? true };
  const ofKind = sets.filter((set) => set.kind === way);
  const isWanted = (set: GroupSet, how: { size: number; mixed: boolean }) =>
    set.kind !== "automatic" || (set.size === how.size && set.mixed === how.mixed);
  const fitting = ofKind.filter((set) => isWanted(set, { size, mixed }));

  const look = (next: Way) => {
    onLook(next);
    if (next === "class") return onChange(null);
    const first = sets.find((set) => set.kind === next && isWanted(set, { size, mixed }));
    onChange(first?.id ?? null);
  };
  const want = (how: { size: number; mixed: boolean }) => {
    onLook("automatic");
    setWanted(how);
    onChange(sets.find((set) => set.kind === "automatic" && isWanted(set, how))?.id ?? null);
  };
  const make = async () => {
    if (way === "class") return;
    const made = await groups.make({ kind: way, size, mixed: way === "automatic" && mixed });
    if (made) onChange(made);
  };

  return (
    <fieldset className="row" id="who">
      <legend className="kick">{t("title")}</legend>
      <div className="col">
        <div className="line">
          <SegChoice
            label={t("way")}
            value={way}
            disabled={begun}
            options={ways.map((each) => ({ value: each, label: t(`ways.${each}`) }))}
            onChange={look}
          />
          {way === "automatic" && (
            <>
              <NumberInput
                small
                least={LEAST_SIZE}
                most={MOST_SIZE}
                aria-label={t("size")}
                disabled={begun}
                value={size}
                onChange={(next) => want({ size: next, mixed })}
              />
              <label className="check">
                <input
                  type="checkbox"
                  disabled={begun}
                  checked={mixed}
                  onChange={(event) => want({ size, mixed: event.target.checked })}
                />
                {t("mixed")}
              </label>
            </>
          )}
          {way !== "class" && fitting.length > 1 && (
            <>
              <label className="vh" htmlFor={id}>
                {t("which")}
              </label>
              <select
                id={id}
                className="input"
                disabled={begun}
                value={value ?? ""}
                onChange={(event) => onChange(event.target.value || null)}
              >
                {fitting.map((set) => (
                  <option key={set.id} value={set.id}>
                    {t("set", {
                      name: set.name,
                      count: set.groups.filter((group) => !group.dissolved).length,
                    })}
                  </option>
                ))}
              </select>
            </>
          )}
        </div>
        {groups.unreachable && <p className="help">{t("unreachable")}</p>}
        {owesGroups(looking, value) && !groups.waiting && (
          <div className="make" role="status">
            <p className="help">{t(`none.${way}`, { size })}</p>
            {way === "manual" ? (
              <Link className="btn" prefetch={false} href={`/courses/${courseId}/people/groups`}>
                {t("byHand")}
              </Link>
            ) : (
              <button type="button" className="btn" disabled={groups.making} onClick={make}>
                {t(`make.${way}`, { size })}
              </button>
            )}
          </div>
        )}
        {wrong && <Fault>{tFault("groups")}</Fault>}
        {groups.refused && <Fault>{groups.refused}</Fault>}
        {chosen && <GroupList set={chosen} />}
      </div>
      <div className="gl">
        <p>{begun ? t("fixed") : t(`help.${way}`)}</p>
        <p>
          <Link className="link" prefetch={false} href={`/courses/${courseId}/people/groups`}>
            {t("edit")}
          </Link>
        </p>
      </div>
    </fieldset>
  );
}

function GroupList({ set }: { set: GroupSet }) {
  const t = useTranslations("assignment.groups");
  const standing = set.groups.filter((group) => !group.dissolved);
  if (standing.length === 0) return <p className="help">{t("empty")}</p>;
  return (
    <ul className="grp" aria-label={set.name}>
      {standing.map((group) => (
        <li key={group.id}>
          <b dir="auto">{group.name}</b>
          <span className="avs" title={group.members.map((member) => member.name).join(", ")}>
            {group.members.map((member) => (
              <Avatar key={member.id} name={member.name} />
            ))}
          </span>
          <span className="vh">{group.members.map((member) => member.name).join(", ")}</span>
          <span className="faint">{t("members", { count: group.members.length })}</span>
        </li>
      ))}
    </ul>
  );
}
