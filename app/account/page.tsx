import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/account/password-form";
import { SignOutEverywhere } from "@/components/account/sign-out-everywhere";
import { Frame } from "@/components/frame/frame";
import { NotificationsPart } from "@/components/notification/notifications-part";
import { caller, forPage } from "@/server/trpc/caller";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

export default async function AccountPage() {
  const t = await getTranslations("account");
  const api = await caller();
  const me = await forPage(api.account.me(), "/account");
  const notifications = await forPage(api.notification.choices(), "/account");
  return (
    <Frame crumbs={[{ label: t("title") }]} tabs={[]} me={me}>
      <main id="main" className="page-account">
        <h1 className="title">{me.name}</h1>
        <p className="lead">{me.email}</p>
        <NotificationsPart {...notifications} />
        <section className="part" aria-labelledby="change-password">
          <h2 className="kick" id="change-password">
            {t("password")}
          </h2>
          <p>{t("passwordHint")}</p>
          <PasswordForm email={me.email} />
        </section>
        <section className="part" aria-labelledby="sessions">
          <h2 className="kick" id="sessions">
            {t("sessions")}
          </h2>
          <p>{t("sessionsHint")}</p>
          <SignOutEverywhere />
        </section>
      </main>
    </Frame>
  );
}
