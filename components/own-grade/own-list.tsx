import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import type { OwnList as Grades, OwnLine } from "./shapes";

interface Props {
  grades: Grades;
  /** The address of the list. */
  here: string;
  timeZone: string;
}

/** A student's grades by the parts of the course, and what they come to so far. */
export function OwnList({ grades, here, timeZone }: Props) {
  const t = useTranslations("grade.own");
  const { lines, categories, soFar } = grades;
  const inCategory = (id: string | null) => lines.filter(({ categoryId }) => categoryId === id);
  const outside = inCategory(null);
  return (
    <>
      {soFar !== null && (
        <p>
          <b>{t("soFar", { total: soFar })}</b> <span className="soft">{t("soFarMore")}</span>
        </p>
      )}
      {categories.map(({ id, name, weight }) => (
        <section key={id} aria-labelledby={id}>
          <h2 className="h-sec" id={id}>
            {t("category", { name, weight })}
          </h2>
          <Lines lines={inCategory(id)} here={here} timeZone={timeZone} />
        </section>
      ))}
      {outside.length > 0 && (
        <section aria-labelledby={categories.length > 0 ? "outside" : undefined}>
          {categories.length > 0 && (
            <h2 className="h-sec" id="outside">
              {t("noCategory")}
            </h2>
          )}
          <Lines lines={outside} here={here} timeZone={timeZone} />
        </section>
      )}
      {lines.length > 0 && <p className="faint">{t("zone", { zone: timeZone.replaceAll("_", " ") })}</p>}
    </>
  );
}

function Lines({ lines, here, timeZone }: { lines: readonly OwnLine[]; here: string; timeZone: string }) {
  const t = useTranslations("grade.own");
  return (
    <ul className="og-list">
      {lines.map((line) => (
        <li key={line.assignmentId}>
          <div>
            {line.releasedAt === null ? (
              <span className="an">{line.title}</span>
            ) : (
              <Link className="an link" prefetch={false} href={`${here}/${line.assignmentId}`}>
                {line.title}
              </Link>
            )}
            <p className="faint">
              {t.rich(line.releasedAt ? "releasedAt" : "dueAt", {
                when: () => (
                  <Moment
                    at={line.releasedAt ?? line.dueAt}
                    timeZone={timeZone}
                    show={line.releasedAt ? "day" : "moment"}
                  />
                ),
              })}
              {line.dropped && ` · ${t("dropped")}`}
            </p>
          </div>
          <p className={line.releasedAt === null ? "faint" : "n val"}>
            {line.releasedAt === null
              ? t("notYet")
              : line.standing === "excused"
                ? t("excusedShort")
                : t("points", { total: line.total ?? "–", most: line.most })}
          </p>
        </li>
      ))}
    </ul>
  );
}
