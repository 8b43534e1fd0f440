"use client";

import { useTranslations } from "next-intl";
import { NO_GROUP, STAFF } from "./network";

export function useGroupName(): (group: string) => string {
  const t = useTranslations("insight.replies");
  return (group) => (group === STAFF ? t("staff") : group === NO_GROUP ? t("noGroup") : group);
}
