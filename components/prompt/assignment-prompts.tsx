import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AssignmentPromptList, PromptListItem } from "./shapes";
import { When } from "./when";
import "./prompt.css";

interface AssignmentPromptsProps {
  courseId: string;
  timeZone: string;
  assignment: AssignmentPromptList;
}

/** One assignment's prompts, each with how far one has come with it. */
export function AssignmentPrompts({ courseId, timeZone, assignment }: AssignmentPromptsProps) {
  const t = useTranslations("prompt");
  const id = `prompts-of-${assignment.id}`;
  return (
    <section aria-labelledby={id}>
      <header>
        <h2 className="head-3" id={id}>
          {assignment.title}
        </h2>
        <p className="soft">
          {!assignment.published && <span className="chip">{t("unpublished")}</span>}{" "}
          {assignment.prompts === null ? (
            <>
              {t("opens")} <When at={assignment.opensAt} timeZone={timeZone} />
            </>
          ) : (
            <>
              {t(assignment.closed ? "wasDue" : "due")} <When at={assignment.dueAt} timeZone={timeZone} />
            </>
          )}
        </p>
      </header>
      {assignment.prompts && (
        <ul>
          {assignment.prompts.map((prompt) => (
            <li key={prompt.id}>
              <Link href={`/courses/${courseId}/prompts/${prompt.id}`}>
                <span className="n faint">{prompt.number}</span>
                <b className="src">{prompt.title}</b>
                <State prompt={prompt} closed={assignment.closed} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function State({ prompt, closed }: { prompt: PromptListItem; closed: boolean }) {
  const t = useTranslations("prompt");
  if (prompt.posted !== null) return <span className="soft n">{t("posted", { count: prompt.posted })}</span>;
  if (prompt.mine?.submittedAt) return <span className="chip ok">{t("stated.posted")}</span>;
  if (prompt.mine) return <span className="chip now">{t("stated.draft")}</span>;
  return <span className="soft">{t(closed ? "stated.missed" : "stated.none")}</span>;
}
