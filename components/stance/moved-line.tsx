import { useFormatter, useTranslations } from "next-intl";
import { Fragment } from "react";
import { MovedChip } from "./moved-chip";
import type { MovingPassage, StanceView } from "./shapes";

/** The passages that moved somebody along a path, each once, in the order of the path. */
export const passagesOf = (path: readonly StanceView[]): MovingPassage[] => [
  ...new Map(
    path.flatMap(({ movedBy }) => (movedBy ? [[movedBy.paragraphId, movedBy] as const] : [])),
  ).values(),
];

/** "moved by 2 ¶6 and 3 ¶11" */
export function MovedLine({ courseId, path }: { courseId: string; path: readonly StanceView[] }) {
  const t = useTranslations("stance");
  const format = useFormatter();
  const passages = passagesOf(path);
  if (passages.length === 0) return null;
  const chips = passages.map((passage) => (
    <Fragment key={passage.paragraphId}>
      <MovedChip courseId={courseId} passage={passage} />
    </Fragment>
  ));
  return (
    <span className="moved-by">
      {t("movedBy")} {format.list(chips)}
    </span>
  );
}
