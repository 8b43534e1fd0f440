import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import type { Choices } from "@/domain/notification/notification";
import { NotificationChoices } from "./notification-choices";

interface NotificationsPartProps {
  choices: Choices;
  /** Whether this server sends mail at all. */
  sendsMail: boolean;
}

/** The account's part about what is mailed. */
export async function NotificationsPart({ choices, sendsMail }: NotificationsPartProps) {
  const t = await getTranslations("notification.choices");
  return (
    <section className="part" aria-labelledby="notifications">
      <h2 className="kick" id="notifications">
        {t("title")}
      </h2>
      <p>{t("hint")}</p>
      {!sendsMail && <Note>{t("noMail")}</Note>}
      <NotificationChoices choices={choices} />
    </section>
  );
}
