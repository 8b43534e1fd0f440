import { redirect } from "next/navigation";
import { Landing } from "@/components/account/landing";
import { caller } from "@/server/trpc/caller";
import { sessionClaim } from "@/server/trpc/session";

export default async function HomePage() {
  if (await sessionClaim()) redirect("/courses");
  const api = await caller();
  const people = await api.account.demoPeople();
  return <Landing demo={people.length > 0} />;
}
