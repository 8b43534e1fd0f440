"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Field } from "@/components/ui/field";
import { type Member, RosterRow } from "./roster-row";

interface RosterProps {
  courseId: string;
  members: Member[];
  canManage: boolean;
}

/** Everybody in the course, to be found by name, address or group. */
export function Roster({ courseId, members, canManage }: RosterProps) {
  const t = useTranslations("people");
  const router = useRouter();
  const refusal = useRefusal();
  const trpc = useTRPC();
  const [find, setFind] = useState("");
  const change = useMutation(
    trpc.course.changeMember.mutationOptions({
      onSuccess: () => {
        toast.success(t("saved"));
        router.refresh();
      },
      onError: (error) => {
        toast.error(refusal(error));
        router.refresh();
      },
    }),
  );
  const words = find.trim().toLocaleLowerCase();
  const shown = members.filter((member) =>
    [member.name, member.email ?? "", ...member.groups].some((text) =>
      text.toLocaleLowerCase().includes(words),
    ),
  );
  return (
    <div className="part">
      <h2 className="kick" id="roster">
        {t("roster")}
      </h2>
      <div className="form">
        <Field label={t("find")}>
          <input
            className="input"
            type="search"
            value={find}
            onChange={(event) => setFind(event.target.value)}
          />
        </Field>
      </div>
      <section className="scroller" aria-label={t("roster")} tabIndex={0}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("email")}</th>
              <th scope="col">{t("group")}</th>
              <th scope="col">{t("role")}</th>
              {canManage && (
                <th scope="col">
                  <span className="vh">{t("acts")}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((member) => (
              <RosterRow
                key={member.id}
                member={member}
                canManage={canManage && !member.me}
                columns={canManage}
                onChange={(role, withdrawn) =>
                  change.mutate({ courseId, change: { membershipId: member.id, role, withdrawn } })
                }
              />
            ))}
          </tbody>
        </table>
      </section>
      {shown.length === 0 && <p className="soft">{t("nobody")}</p>}
    </div>
  );
}
