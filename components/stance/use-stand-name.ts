import { useTranslations } from "next-intl";
import type { StanceView } from "./shapes";

/** What a stance is called: its position, the two it lies between, or none of them. */
export function useStandName() {
  const t = useTranslations("stance");
  return ({ stand, between }: Pick<StanceView, "stand" | "between">) => {
    if (!stand) return t("noneOfThem");
    return between ? t("betweenTwo", { one: stand.name, other: between.name }) : stand.name;
  };
}
