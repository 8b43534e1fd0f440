import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { DueDay } from "./due-days";
import { useDayNames } from "./use-day-names";

interface DueNotesProps {
  courseId: string;
  dues: readonly DueDay[];
}

/** What was due when, with the texts that it was about. */
export function DueNotes({ courseId, dues }: DueNotesProps) {
  const t = useTranslations("insight.activity");
  const names = useDayNames();
  if (dues.length === 0) return null;
  return (
    <ul className="due-notes" aria-label={t("dues")}>
      {dues.map(({ day, assignments }) => (
        <li key={day} data-step>
          <b>{names.full(day)}</b>{" "}
          {assignments.map((assignment) => (
            <span key={assignment.id}>
              {assignment.title}{" "}
              {assignment.readings.map((reading) => (
                <Link
                  key={reading.id}
                  className="cite"
                  prefetch={false}
                  href={`/courses/${courseId}/readings/${reading.id}`}
                  title={reading.title}
                >
                  {reading.number}
                  <span className="vh"> {reading.title}</span>
                </Link>
              ))}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
