import { useTranslations } from "next-intl";
import { Due } from "@/components/ui/due";
import { Link } from "@/components/ui/link";
import { ClassDate } from "./class-date";
import type { Overview } from "./overview";

interface NextProps {
  courseId: string;
  overview: Overview;
  staff: boolean;
}

/** The one thing to do next: for students the open assignment that is due first, for staff what waits for a grade. */
export function Next({ courseId, overview, staff }: NextProps) {
  const t = useTranslations("course.next");
  const open = overview.assignments.find(
    (assignment) => assignment.entered && !assignment.closed && assignment.publishedAt,
  );
  const grading =
    staff && overview.assignments.find((assignment) => assignment.closed && assignment.drafts > 0);
  if (grading) {
    return (
      <section className="next" aria-labelledby="next">
        <h2 className="kick hang" id="next">
          {t("title")}
        </h2>
        <p className="read">{t("grading", { title: grading.title, drafts: grading.drafts })}</p>
        <p className="acts">
          <Link className="btn go l" href={`/courses/${courseId}/grade/${grading.id}`}>
            {t("grade")}
          </Link>
        </p>
      </section>
    );
  }
  const reading = open?.readings.find((candidate) => candidate.comments === 0) ?? open?.readings[0];
  const prompt = open?.prompts.find((candidate) => candidate.mine !== "posted");
  if (!open || !(reading || prompt)) return null;
  return (
    <section className="next" aria-labelledby="next">
      <h2 className="kick hang" id="next">
        {t("title")}
      </h2>
      <p className="read">
        {reading
          ? t("reading", { title: reading.title, paragraphs: reading.paragraphs, mine: reading.comments })
          : t("prompt", { title: prompt?.title ?? "" })}
      </p>
      <p className="acts">
        {reading ? (
          <Link className="btn go l" href={`/courses/${courseId}/readings/${reading.id}`}>
            {reading.comments > 0 ? t("goOn") : t("begin")}
          </Link>
        ) : (
          <Link className="btn go l" href={`/courses/${courseId}/prompts/${prompt?.id}`}>
            {t("answer")}
          </Link>
        )}
        <span className="soft">
          {t("due")} <Due at={open.dueAt} timeZone={overview.timeZone} />{" "}
          <ClassDate extended={open.extended} timeZone={overview.timeZone} />
        </span>
      </p>
    </section>
  );
}
