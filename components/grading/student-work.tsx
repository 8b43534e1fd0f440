import { useTranslations } from "next-intl";
import { Blank } from "@/components/ui/blank";
import type { Place } from "./gloss-card";
import type { GradePage } from "./grading-types";
import { lateness } from "./lateness";
import { ReadingWork } from "./reading-work";
import { ResponseWork } from "./response-work";

/** Everything one student wrote for the assignment, where it was written. */
export function StudentWork({
  subject,
  place,
}: {
  subject: NonNullable<GradePage["subject"]>;
  place: Place;
}) {
  const t = useTranslations("grade");
  const { student, readings, responses } = subject;
  const comments = readings.reduce(
    (count, reading) =>
      count +
      reading.glosses.length +
      reading.paragraphs.reduce((sum, paragraph) => sum + paragraph.glosses.length, 0),
    0,
  );
  const { unit, count } = lateness(student.lateBy);
  const isEmpty = comments === 0 && responses.length === 0;
  return (
    <div className="leaf student">
      <header className="subject">
        <div className="s-name">
          <h1 className="src">
            <bdi>{student.name}</bdi>
          </h1>
          <p className="soft">
            {student.group && `${student.group} · `}
            {t("work.count", { comments, responses: responses.length })}
            {student.lateBy > 0 && ` · ${t(`late.long.${unit}`, { count })}`}
          </p>
        </div>
      </header>
      {isEmpty ? (
        <Blank title={t("work.nothing")}>
          <p>{t("work.nothingMore")}</p>
        </Blank>
      ) : (
        <>
          {readings.map((reading) => (
            <ReadingWork key={reading.id} reading={reading} place={place} />
          ))}
          {responses.map((response) => (
            <ResponseWork key={response.id} response={response} place={place} />
          ))}
        </>
      )}
    </div>
  );
}
