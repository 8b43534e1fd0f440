import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import type { Choices, NotificationKind } from "@/domain/notification/notification";
import { NotificationChoices } from "./notification-choices";

interface NotificationsPartProps {
  choices: Choices;
  /** What this person can be told of. */
  kinds: readonly NotificationKind[];
  /** Why nothing is mailed to this person, whatever they choose: because of the server, or as one of the demo's people. */
  noMail: "server" | "demo" | null;
}

/** The account's part about what is mailed. */
export async function NotificationsPart({ choices, kinds, noMail }: NotificationsPartProps) {
  const t = await getTranslations("notification.choices");
  return (
    <section className="part" aria-labelledby="notifications">
      <h2 className="kick" id="notifications">
        {t("title")}
      </h2>
      <p>{t("hint")}</p>
      {noMail && <Note>{t(`noMail.${noMail}`)}</Note>}
      <NotificationChoices choices={choices} kinds={kinds} />
    </section>
  );
}
