import Link from "next/link";
import { useTranslations } from "next-intl";
import "./evidence-nav.css";

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
  return (
    <nav className="ev-nav" aria-label={t("label")}>
      {places.map(({ place, path }) => (
        <Link
          key={place}
          prefetch={false}
          href={`/courses/${courseId}${path}`}
          aria-current={place === at ? "page" : undefined}
        >
          {t(place)}
        </Link>
      ))}
    </nav>
  );
}
