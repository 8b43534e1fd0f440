"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { newId } from "@/components/trpc/new-id";
import { refusalIn, useRefusal } from "@/components/trpc/use-refusal";
import { instantTyped, localOf } from "@/domain/assignment/zoned-time";
import { Fault } from "./fault";
import type { GroupSet } from "./use-group-sets";

interface HeldExtension {
  id: string;
  version: number;
  student: { id: string; name: string } | null;
  group: { id: string; name: string } | null;
  dueAt: Date;
  closesAt: Date;
  reason: string;
}

interface Props {
  courseId: string;
  assignmentId: string;
  timeZone: string;
  everybody: { dueAt: Date; closesAt: Date };
  /** Null for one that is new. */
  held: HeldExtension | null;
  /** Who has one already. */
  taken: readonly HeldExtension[];
  set: GroupSet | null;
  onDone: () => void;
}

/** One extension being written. */
export function ExtensionForm(props: Props) {
  const { courseId, assignmentId, timeZone, everybody, held, taken, set, onDone } = props;
  const t = useTranslations("assignment.extensions");
  const id = useId();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useRefusal();
  const people = useQuery(trpc.course.people.queryOptions({ courseId }));
  const [own] = useState(() => held?.id ?? newId());
  const [whose, setWhose] = useState(held ? wordOf(held) : "");
  const [from] = useState(held ?? everybody);
  const [due, setDue] = useState(localOf(from.dueAt, timeZone));
  const [closes, setCloses] = useState(localOf(from.closesAt, timeZone));
  const [reason, setReason] = useState(held?.reason ?? "");
  const [fault, setFault] = useState<"whose" | "due" | "order" | null>(null);
  const first = useRef<HTMLElement | null>(null);
  useEffect(() => first.current?.focus(), []);

  const reread = () =>
    queries.invalidateQueries({ queryKey: trpc.extension.list.queryKey({ courseId, assignmentId }) });
  const saving = useMutation(
    trpc.extension.save.mutationOptions({
      onSuccess: async () => {
        await reread();
        onDone();
      },
      onError: async (error) => {
        if (refusalIn(error)?.code === "stale") await reread();
      },
    }),
  );

  const has = new Set(taken.map(wordOf));
  const students = (people.data?.members ?? []).filter(
    (member) => member.role === "student" && !member.withdrawnAt && !has.has(`student ${member.id}`),
  );
  const groups = (set?.groups ?? []).filter((group) => !group.dissolved && !has.has(`group ${group.id}`));

  const save = () => {
    const dueAt = instantTyped(due, from.dueAt, timeZone);
    const closesAt = instantTyped(closes, from.closesAt, timeZone);
    const [kind, which] = whose.split(" ");
    if (!which) return setFault("whose");
    if (!dueAt || !closesAt) return setFault("due");
    if (dueAt > closesAt) return setFault("order");
    setFault(null);
    saving.mutate({
      courseId,
      extension: {
        id: own,
        version: held?.version ?? 0,
        assignmentId,
        studentId: kind === "student" ? which : null,
        groupId: kind === "group" ? which : null,
        dueAt,
        closesAt,
        reason,
      },
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") return onDone();
    // These keys save the assignment elsewhere on the page: here they save what is being written.
    const isSave =
      (event.metaKey || event.ctrlKey) && (event.key === "Enter" || event.key.toLowerCase() === "s");
    if (!isSave && !(event.key === "Enter" && event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    event.stopPropagation();
    save();
  };

  return (
    <fieldset className="ext" onKeyDown={onKeyDown}>
      <legend className="fl">{held ? t("changeOf", { name: nameOf(held) }) : t("add")}</legend>
      <div className="extf">
        {!held && (
          <div className="field">
            <label className="fl" htmlFor={`${id}-whose`}>
              {t("whose")}
            </label>
            <select
              id={`${id}-whose`}
              ref={(element) => {
                first.current = element;
              }}
              className="input"
              aria-invalid={fault === "whose"}
              aria-describedby={`${id}-fault`}
              value={whose}
              onChange={(event) => setWhose(event.target.value)}
            >
              <option value="">{people.isPending ? t("loading") : t("choose")}</option>
              {groups.length > 0 && (
                <optgroup label={t("groups")}>
                  {groups.map((group) => (
                    <option key={group.id} value={`group ${group.id}`}>
                      {group.name}
                    </option>
                  ))}
                </optgroup>
              )}
              <optgroup label={t("students")}>
                {students.map((student) => (
                  <option key={student.id} value={`student ${student.id}`}>
                    {student.name}
                  </option>
                ))}
              </optgroup>
            </select>
          </div>
        )}
        <div className="field">
          <label className="fl" htmlFor={`${id}-due`}>
            {t("dueColumn")}
          </label>
          <input
            id={`${id}-due`}
            ref={(element) => {
              if (held) first.current = element;
            }}
            type="datetime-local"
            className="input n"
            aria-invalid={fault === "due" || fault === "order"}
            aria-describedby={`${id}-fault`}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
        </div>
        <div className="field">
          <label className="fl" htmlFor={`${id}-closes`}>
            {t("closesColumn")}
          </label>
          <input
            id={`${id}-closes`}
            type="datetime-local"
            className="input n"
            aria-invalid={fault === "due" || fault === "order"}
            aria-describedby={`${id}-fault`}
            value={closes}
            onChange={(event) => setCloses(event.target.value)}
          />
        </div>
      </div>
      <div className="field">
        <label className="fl" htmlFor={`${id}-reason`}>
          {t("reason")}
        </label>
        <input
          id={`${id}-reason`}
          className="input"
          dir="auto"
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div id={`${id}-fault`}>
        {fault && <Fault>{t(`faults.${fault}`)}</Fault>}
        {saving.error && <Fault>{sentence(saving.error)}</Fault>}
      </div>
      <p className="adds">
        <button type="button" className="btn go" disabled={saving.isPending} onClick={save}>
          {t("save")}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t("cancel")}
        </button>
      </p>
    </fieldset>
  );
}

const nameOf = ({ student, group }: HeldExtension) => student?.name ?? group?.name ?? "";
const wordOf = ({ student, group }: HeldExtension) =>
  student ? `student ${student.id}` : `group ${group?.id ?? ""}`;
