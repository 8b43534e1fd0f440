import { useTranslations } from "next-intl";
import { Blank } from "@/components/ui/blank";
import { Due } from "@/components/ui/due";
import { Link } from "@/components/ui/link";

interface ShelvedCourse {
  id: string;
  title: string;
  subtitle: string;
  term: string;
  timeZone: string;
  role: "instructor" | "assistant" | "student" | "observer";
  students: number;
  next: { id: string; title: string; dueAt: Date } | null;
}

/** My courses, each with what is due next. */
export function CourseShelf({ courses }: { courses: ShelvedCourse[] }) {
  const t = useTranslations("courses");
  const roles = useTranslations("roles");
  if (courses.length === 0) {
    return (
      <Blank title={t("none")}>
        <p>{t("noneHint")}</p>
      </Blank>
    );
  }
  return (
    <ul className="shelf">
      {courses.map((course) => (
        <li key={course.id}>
          <h2 className="head-2">
            <Link href={`/courses/${course.id}`}>{course.title}</Link>
          </h2>
          <p className="read soft">{course.subtitle}</p>
          <p className="soft">
            {[course.term, t("students", { count: course.students }), t("as", { role: roles(course.role) })]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {course.next && (
            <p>
              {t("next", { title: course.next.title })}{" "}
              <Due at={course.next.dueAt} timeZone={course.timeZone} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
