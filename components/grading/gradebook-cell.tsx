import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Cell, GradebookAssignment } from "./grading-types";
import { lateness } from "./lateness";

interface Props {
  cell: Cell | undefined;
  name: string;
  assignment: GradebookAssignment;
  /** This student in the assignment's queue. */
  href: string;
}

const kinds = { none: "no", todo: "tg", draft: "dr", recalled: "dr", released: "rel" } as const;

/** How one student stands in one assignment: points, or the state they are in. */
export function GradebookCell({ cell, name, assignment, href }: Props) {
  const t = useTranslations("gradebook");
  const tg = useTranslations("grade");
  if (!cell || !assignment.opened) return <span className="cel" />;
  const { unit, count } = lateness(cell.lateBy);
  const late = cell.lateBy > 0 ? tg(`late.short.${unit}`, { count }) : "";
  const isDraft = cell.state === "draft" || cell.state === "recalled";
  const words = [
    `${name}, ${assignment.title}: ${tg(`state.${cell.state}`)}`,
    cell.total ?? "",
    cell.lateBy > 0 ? tg(`late.long.${unit}`, { count }) : "",
    cell.changed ? t("legend.changed") : "",
  ].filter(Boolean);
  return (
    <Link
      href={href}
      prefetch={false}
      className={`cel ${kinds[cell.state]}${cell.changed ? " chg" : ""}`}
      aria-label={words.join(", ")}
    >
      <span className="fl">{late}</span>
      <span className="va">
        {cell.state === "todo" ? <i className="ring" /> : (cell.total ?? (isDraft ? "–" : ""))}
        {isDraft && <i className="o" />}
      </span>
    </Link>
  );
}
