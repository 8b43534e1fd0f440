import { createHmac, timingSafeEqual } from "node:crypto";
import { type Id, id } from "@/domain/id";
import { type NotificationKind, notificationKinds } from "@/domain/notification/notification";
import { settings } from "./settings";

const sign = (what: string) =>
  createHmac("sha256", settings().NEXTAUTH_SECRET).update(`unsubscribe ${what}`).digest("base64url");

/** What lets whoever holds it stop these kinds of mail for this person, and nothing else. It never runs out. */
export function unsubscribeToken(userId: Id, kinds: readonly NotificationKind[]): string {
  const what = `${userId}.${kinds.join("-")}`;
  return `${what}.${sign(what)}`;
}

/** Whose mails of what kinds a token stops; null for one that we did not make. */
export function readUnsubscribeToken(token: string): { userId: Id; kinds: NotificationKind[] } | null {
  const [userId = "", named = "", mac = "", ...more] = token.split(".");
  const given = Buffer.from(mac);
  const ours = Buffer.from(sign(`${userId}.${named}`));
  if (more.length > 0 || given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  const kinds = notificationKinds.filter((kind) => named.split("-").includes(kind));
  return id.safeParse(userId).success && kinds.length > 0 ? { userId, kinds } : null;
}
