import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/account/entrance";
import { SignUpForm } from "@/components/account/sign-up-form";

export const metadata: Metadata = { title: "Make an account" };

export default async function SignUpPage() {
  const t = await getTranslations("signUp");
  return (
    <Entrance title={t("title")} lede={t("lede")}>
      <SignUpForm />
    </Entrance>
  );
}
