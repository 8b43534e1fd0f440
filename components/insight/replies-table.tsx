"use client";

import { useTranslations } from "next-intl";
import { VoiceName } from "@/components/voice/voice-name";
import { groupOf, groupsOf, talkOf } from "./network";
import type { Replies } from "./shapes";
import { useGroupName } from "./use-group-name";

interface RepliesTableProps {
  replies: Replies;
}

/** The same as figures: how much each gave and got, with how many people, and how much of it to other groups. */
export function RepliesTable({ replies }: RepliesTableProps) {
  const t = useTranslations("insight.replies");
  const groupName = useGroupName();
  const { across, known } = talkOf(replies);
  const people = groupsOf(replies.people).flatMap((group) => group.people);
  const isGrouped = people.some(({ group }) => group !== null);
  return (
    <section className="steps-scroll days-scroll" tabIndex={0} aria-label={t("table")}>
      <table className="tbl">
        <caption className="vh">{t("table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("person")}</th>
            <th scope="col">{t("group")}</th>
            <th scope="col" className="num">
              {t("given")}
            </th>
            <th scope="col" className="num">
              {t("received")}
            </th>
            <th scope="col" className="num">
              {t("people")}
            </th>
            {isGrouped && (
              <th scope="col" className="num">
                {t("givenAcross")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const talker = known.get(person.key);
            return (
              <tr key={person.key}>
                <th scope="row">
                  <VoiceName voice={person} as="span" />
                </th>
                <td>{groupName(groupOf(person))}</td>
                <td className="num">{talker?.given ?? 0}</td>
                <td className="num">{talker?.received || t("nobody")}</td>
                <td className="num">{talker?.partners ?? 0}</td>
                {isGrouped && <td className="num">{across.get(person.key) ?? 0}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
