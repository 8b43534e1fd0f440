"use client";

import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { Confirm } from "@/components/ui/confirm";
import { localOf } from "@/domain/assignment/zoned-time";
import { ExtensionForm } from "./extension-form";
import { Fault } from "./fault";
import type { GroupSet } from "./use-group-sets";
import { useLocalTime } from "./use-local-time";
import { useWithdrawExtension } from "./use-withdraw-extension";

interface Props {
  courseId: string;
  assignmentId: string;
  timeZone: string;
  /** As they are saved: what everybody has. */
  dueAt: Date;
  closesAt: Date;
  /** Whose groups can be given more time; null where the class is whole. */
  set: GroupSet | null;
}

/** Other dates for a student or a group. They are saved at once, apart from the form. */
export function ExtensionsField({ courseId, assignmentId, timeZone, dueAt, closesAt, set }: Props) {
  const t = useTranslations("assignment.extensions");
  const trpc = useTRPC();
  const { moment } = useLocalTime();
  const list = useQuery(trpc.extension.list.queryOptions({ courseId, assignmentId }));
  const [editing, setEditing] = useState<string | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const leave = () => {
    setEditing(null);
    // The form goes; what it was opened from stands there again.
    requestAnimationFrame(() => add.current?.focus());
  };
  const withdrawing = useWithdrawExtension(courseId, assignmentId);
  const extensions = list.data ?? [];

  return (
    <section className="row" id="extensions" aria-labelledby="extensions-h">
      <h2 className="kick lg" id="extensions-h">
        {t("title")}
      </h2>
      <div className="col">
        {list.isPending && <p className="help">{t("loading")}</p>}
        {list.isError && <Fault>{t("unreachable")}</Fault>}
        {list.data && extensions.length === 0 && editing === null && <p className="help">{t("none")}</p>}
        {extensions.length > 0 && (
          <table className="tbl exts">
            <caption className="vh">{t("caption")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("whose")}</th>
                <th scope="col">{t("dueColumn")}</th>
                <th scope="col">{t("closesColumn")}</th>
                <th scope="col">
                  <span className="vh">{t("acts")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {extensions.map((extension) => {
                const name = extension.student?.name ?? extension.group?.name ?? "";
                return (
                  <tr key={extension.id}>
                    <th scope="row" dir="auto">
                      {name}
                      {extension.reason && <span className="why faint">{extension.reason}</span>}
                    </th>
                    <td className="n">
                      {moment(localOf(extension.dueAt, timeZone))}
                      {extension.dueAt < dueAt && <span className="why red">{t("cut")}</span>}
                    </td>
                    <td className="n">
                      {moment(localOf(extension.closesAt, timeZone))}
                      {extension.closesAt < closesAt && <span className="why red">{t("cut")}</span>}
                    </td>
                    <td className="acts">
                      <button type="button" className="link" onClick={() => setEditing(extension.id)}>
                        {t("change")}
                        <span className="vh">: {name}</span>
                      </button>
                      <Confirm
                        title={t("withdrawTitle", { name })}
                        description={t("withdrawWhy")}
                        action={t("withdraw")}
                        danger
                        onConfirm={() => withdrawing.withdraw(extension)}
                        trigger={
                          <button type="button" className="link" disabled={withdrawing.busy}>
                            {t("withdraw")}
                            <span className="vh">: {name}</span>
                          </button>
                        }
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {withdrawing.refused && <Fault>{withdrawing.refused}</Fault>}
        {editing === null ? (
          <p className="adds">
            <button ref={add} type="button" className="btn" data-key="x" onClick={() => setEditing("new")}>
              <Plus className="i s" aria-hidden="true" />
              {t("add")}
            </button>
          </p>
        ) : (
          <ExtensionForm
            key={editing}
            courseId={courseId}
            assignmentId={assignmentId}
            timeZone={timeZone}
            everybody={{ dueAt, closesAt }}
            held={extensions.find((extension) => extension.id === editing) ?? null}
            taken={extensions}
            set={set}
            onDone={leave}
          />
        )}
      </div>
      <p className="gl">{t("help")}</p>
    </section>
  );
}
