"use client";

import { useTranslations } from "next-intl";
import { Confirm } from "@/components/ui/confirm";
import { type Role, roles } from "@/domain/access/actor";

export interface Member {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  groups: string[];
  withdrawnAt: Date | null;
  me: boolean;
}

interface RosterRowProps {
  member: Member;
  canManage: boolean;
  /** Whether the table has a column for acts. */
  columns: boolean;
  onChange: (role: Role, withdrawn: boolean) => void;
}

export function RosterRow({ member, canManage, columns, onChange }: RosterRowProps) {
  const t = useTranslations("people");
  const roleNames = useTranslations("roles");
  const withdrawn = member.withdrawnAt !== null;
  return (
    <tr>
      <th scope="row">
        <bdi>{member.name}</bdi>
        {member.me && <span className="faint"> {t("you")}</span>}
        {withdrawn && <span className="faint"> {t("withdrawn")}</span>}
      </th>
      <td className="soft">{member.email ?? "–"}</td>
      <td>{member.groups.join(", ") || "–"}</td>
      <td>
        {canManage && !withdrawn ? (
          <select
            className="input"
            aria-label={t("roleOf", { name: member.name })}
            value={member.role}
            onChange={(event) => {
              const role = roles.find((candidate) => candidate === event.target.value);
              if (role) onChange(role, false);
            }}
          >
            {roles.map((role) => (
              <option key={role} value={role}>
                {roleNames(role)}
              </option>
            ))}
          </select>
        ) : (
          roleNames(member.role)
        )}
      </td>
      {columns && (
        <td>
          {canManage &&
            (withdrawn ? (
              <button type="button" className="btn" onClick={() => onChange(member.role, false)}>
                {t("readmit")}
              </button>
            ) : (
              <Confirm
                title={t("withdrawTitle", { name: member.name })}
                description={t("withdrawHint")}
                action={t("withdraw")}
                onConfirm={() => onChange(member.role, true)}
                danger
                trigger={
                  <button type="button" className="btn bare">
                    {t("withdraw")}
                  </button>
                }
              />
            ))}
        </td>
      )}
    </tr>
  );
}
