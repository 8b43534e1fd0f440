import { useTranslations } from "next-intl";
import type { FlowPage, Lane } from "./shapes";

/** What the places of a flow are called. */
export function useLaneNames({ positions }: Pick<FlowPage, "positions">) {
  const t = useTranslations("stance");
  const known = new Map(positions.map((position) => [position.id, position]));
  const of = (lane: Lane) => (lane === null ? undefined : known.get(lane));
  return {
    short: (lane: Lane) => of(lane)?.short ?? t("none"),
    name: (lane: Lane) => of(lane)?.name ?? t("noneOfThem"),
    removed: (lane: Lane) => of(lane)?.removed ?? false,
  };
}
