import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { AskAgain } from "./ask-again";
import { Changes } from "./changes";
import { Distribution } from "./distribution";
import { Levels } from "./levels";
import { Reckoning } from "./reckoning";
import { Remarks } from "./remarks";
import type { Own } from "./shapes";
import { TakingPart } from "./taking-part";

interface Props {
  own: Own;
  courseId: string;
  meId: string;
  timeZone: string;
}

/** A released grade with everything that belongs to it: points and where they come from, feedback in its place, why. */
export function OwnGrade({ own, courseId, meId, timeZone }: Props) {
  const t = useTranslations("grade.own");
  const { grade, measure, assignment } = own;
  return (
    <>
      <p className="soft">
        <Link className="link" href={`/courses/${courseId}/grades`}>
          {t("list")}
        </Link>
        {" · "}
        {assignment.title}
      </p>
      <h1 className="head-1">{t("heading")}</h1>
      <p className="og-total src">
        {grade.standing === "excused"
          ? t("excused")
          : t("points", { total: grade.total ?? "–", most: measure.most })}
      </p>
      <p className="soft">
        {t.rich("by", {
          name: grade.grader.name,
          b: (name) => <bdi>{name}</bdi>,
          when: () => <Moment at={grade.releasedAt ?? grade.updatedAt} timeZone={timeZone} />,
        })}
      </p>
      <Reckoning own={own} timeZone={timeZone} />
      {grade.feedback !== "" && (
        <section aria-labelledby="feedback">
          <h2 className="h-sec" id="feedback">
            {t("feedback")}
          </h2>
          <div className="read">
            <Prose text={grade.feedback} citations={[]} courseId={courseId} />
          </div>
        </section>
      )}
      <Remarks own={own} courseId={courseId} />
      {measure.criteria.length > 0 && <Levels own={own} courseId={courseId} />}
      {own.participation && (
        <TakingPart own={own} result={own.participation} courseId={courseId} timeZone={timeZone} />
      )}
      {own.distribution && <Distribution bins={own.distribution} total={grade.total} most={measure.most} />}
      <AskAgain
        courseId={courseId}
        meId={meId}
        assignmentId={assignment.id}
        requests={grade.requests}
        waiting={grade.askedAt !== null}
        timeZone={timeZone}
      />
      <Changes own={own} timeZone={timeZone} />
    </>
  );
}
