import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Frame } from "@/components/frame/frame";
import { NotificationList } from "@/components/notification/notification-list";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notification"))("title") };
}

/** All that concerns a person, over all their courses. */
export default async function NotificationsPage() {
  const t = await getTranslations("notification");
  const api = await caller();
  const first = await forPage(api.notification.list({}), "/notifications");
  return (
    <Frame crumbs={[{ label: t("title") }]} tabs={[]} me={first.me}>
      <main id="main" className="page-account">
        <h1 className="title">{t("title")}</h1>
        <p className="lead">
          <a className="link" href="/account#notifications">
            {t("settings")}
          </a>
        </p>
        <NotificationList first={first} />
      </main>
    </Frame>
  );
}
