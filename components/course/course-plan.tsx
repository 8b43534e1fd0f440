import { useTranslations } from "next-intl";
import { StanceInvitation } from "@/components/stance/stance-invitation";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { Next } from "./next";
import type { Overview } from "./overview";
import { Week } from "./week";

interface CoursePlanProps {
  courseId: string;
  overview: Overview;
  staff: boolean;
  canManage: boolean;
}

/** The course as one page: what is next, then every assignment with its readings and prompts. */
export function CoursePlan({ courseId, overview, staff, canManage }: CoursePlanProps) {
  const t = useTranslations("course");
  const lead = overview.staff.map((person) => person.name).join(", ");
  const facts = [lead, overview.term, overview.group && t("inGroup", { group: overview.group })];
  return (
    <div className="page-course">
      <div className="leaf alone">
        <main id="main" tabIndex={-1}>
          <header className="mast">
            <p className="soft">{facts.filter(Boolean).join(" · ")}</p>
            <h1 className="title">{overview.title}</h1>
            {overview.subtitle && <p className="deck">{overview.subtitle}</p>}
          </header>
          <Next courseId={courseId} overview={overview} staff={staff} />
          {!staff && <StanceInvitation courseId={courseId} />}
          {overview.assignments.length === 0 ? (
            <Blank title={t("empty")}>
              <p>{staff ? t("emptyStaff") : t("emptyStudent")}</p>
              {staff && (
                <Link className="btn" href={`/courses/${courseId}/sources/new`}>
                  {t("importFirst")}
                </Link>
              )}
            </Blank>
          ) : (
            <ol className="weeks">
              {overview.assignments.map((assignment) => (
                <Week
                  key={assignment.id}
                  courseId={courseId}
                  assignment={assignment}
                  timeZone={overview.timeZone}
                  staff={staff}
                />
              ))}
            </ol>
          )}
          {canManage && overview.joinCode && (
            <p className="soft joinline">
              {t("joinWith")} <b>{overview.joinCode}</b>
            </p>
          )}
        </main>
      </div>
    </div>
  );
}
