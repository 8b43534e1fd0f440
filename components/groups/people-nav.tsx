import { useTranslations } from "next-intl";
import { SubNav } from "@/components/course/sub-nav";

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
  const pages = places.map(({ place, path }) => ({
    href: `/courses/${courseId}${path}`,
    label: t(place),
    current: place === at,
  }));
  return <SubNav label={t("label")} pages={pages} />;
}
