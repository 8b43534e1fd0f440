import { useTranslations } from "next-intl";
import { SubNav } from "@/components/course/sub-nav";

const places = [
  { place: "matrix", path: "/evidence" },
  { place: "compare", path: "/evidence/compare" },
  { place: "terms", path: "/terms" },
  { place: "frame", path: "/frame" },
] as const;

interface EvidenceNavProps {
  courseId: string;
  at: (typeof places)[number]["place"];
}

/** The pages that belong to a course's positions: what was found for each, and what they say. */
export function EvidenceNav({ courseId, at }: EvidenceNavProps) {
  const t = useTranslations("evidence.nav");
  const pages = places.map(({ place, path }) => ({
    href: `/courses/${courseId}${path}`,
    label: t(place),
    current: place === at,
  }));
  return <SubNav label={t("label")} pages={pages} />;
}
