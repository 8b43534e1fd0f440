import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoPeople } from "@/components/account/demo-people";
import { Entrance } from "@/components/account/entrance";
import { SignInForm } from "@/components/account/sign-in-form";
import { localPath } from "@/domain/account/local-path";
import { caller } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<{ next?: string | string[] }>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const t = await getTranslations("signIn");
  const next = localPath((await searchParams).next, "/courses");
  const api = await caller();
  const people = await api.account.demoPeople();
  return (
    <Entrance title={t("title")} lede={t("lede")}>
      <SignInForm next={next} />
      {people.length > 0 && <DemoPeople people={people} next={next} />}
    </Entrance>
  );
}
