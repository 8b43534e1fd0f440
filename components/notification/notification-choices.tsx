"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/components/trpc/client";
import { useRefusal } from "@/components/trpc/use-refusal";
import { Note } from "@/components/ui/note";
import {
  type Choices,
  type Delivery,
  deliveries,
  type NotificationKind,
} from "@/domain/notification/notification";

interface NotificationChoicesProps {
  choices: Choices;
  kinds: readonly NotificationKind[];
}

/** Of each kind, how it is mailed; each choice is kept as it is made. */
export function NotificationChoices({ choices: saved, kinds }: NotificationChoicesProps) {
  const t = useTranslations("notification.choices");
  const trpc = useTRPC();
  const refusal = useRefusal();
  const [choices, setChoices] = useState(saved);
  const save = useMutation(trpc.notification.choose.mutationOptions());
  const choose = (kind: NotificationKind, delivery: Delivery) => {
    const before = choices[kind];
    setChoices((now) => ({ ...now, [kind]: delivery }));
    save.mutate(
      { kind, delivery },
      { onError: () => setChoices((now) => (now[kind] === delivery ? { ...now, [kind]: before } : now)) },
    );
  };
  return (
    <>
      <table className="tbl" aria-labelledby="notifications">
        <thead>
          <tr>
            <th scope="col">{t("kind")}</th>
            <th scope="col">{t("delivery")}</th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row" id={`kind-${kind}`}>
                {t(`kinds.${kind}`)}
              </th>
              <td>
                <select
                  className="input small"
                  aria-labelledby={`kind-${kind}`}
                  value={choices[kind]}
                  onChange={({ target }) => {
                    const delivery = deliveries.find((each) => each === target.value);
                    if (delivery) choose(kind, delivery);
                  }}
                >
                  {deliveries.map((delivery) => (
                    <option key={delivery} value={delivery}>
                      {t(delivery)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {save.isError && <Note kind="now">{refusal(save.error)}</Note>}
      <output className="soft">{save.isSuccess ? t("saved") : ""}</output>
    </>
  );
}
