import Link from "next/link";
import { useTranslations } from "next-intl";
import "@/components/evidence/evidence-nav.css";

const places = [
  { place: "people", path: "/people" },
  { place: "groups", path: "/people/groups" },
] as const;

interface PeopleNavProps {
  courseId: string;
  at: (typeof places)[number]["place"];
}

/** Who is in the course, and how they are divided. */
export function PeopleNav({ courseId, at }: PeopleNavProps) {
  const t = useTranslations("groups.nav");
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
