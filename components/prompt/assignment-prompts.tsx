import { useTranslations } from "next-intl";
import { ClassDate } from "@/components/course/class-date";
import { cityOf } from "@/components/ui/city-of";
import { Link } from "@/components/ui/link";
import { OwnClock } from "@/components/ui/own-clock";
import type { AssignmentPromptList, PromptListItem, PromptProgress } from "./shapes";
import { When } from "./when";
import "./prompt.css";

interface AssignmentPromptsProps {
  courseId: string;
  timeZone: string;
  assignment: AssignmentPromptList;
  progress: readonly PromptProgress[];
  /** How many posted answers of each prompt have no reply; null for whom that is not. */
  unanswered: ReadonlyMap<string, number> | null;
}

/** One assignment's prompts, each with its kind and how far one has come with it. */
export function AssignmentPrompts(props: AssignmentPromptsProps) {
  const { courseId, timeZone, assignment, progress, unanswered } = props;
  const t = useTranslations("prompt");
  const moment = useTranslations("moment");
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
              {t(assignment.closed ? "wasDue" : "due")} <When at={assignment.dueAt} timeZone={timeZone} />{" "}
              {moment("inZone", { city: cityOf(timeZone) })}{" "}
              {!assignment.closed && <OwnClock at={assignment.dueAt} timeZone={timeZone} />}{" "}
              <ClassDate extended={assignment.extended} timeZone={timeZone} />
            </>
          )}
        </p>
      </header>
      {assignment.prompts && (
        <ul>
          {assignment.prompts.map((prompt) => (
            <Line
              key={prompt.id}
              href={`/courses/${courseId}/prompts/${prompt.id}`}
              prompt={prompt}
              closed={assignment.closed}
              progress={progress.find((each) => each.promptId === prompt.id) ?? null}
              unanswered={unanswered && (unanswered.get(prompt.id) ?? 0)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface LineProps {
  href: string;
  prompt: PromptListItem;
  closed: boolean;
  progress: PromptProgress | null;
  unanswered: number | null;
}

function Line({ href, prompt, closed, progress, unanswered }: LineProps) {
  const t = useTranslations("prompt");
  const unread = progress?.unread ?? 0;
  return (
    <li>
      <Link href={href}>
        <span className="n faint">{prompt.number}</span>
        <span className="what">
          <b className="src" dir="auto">
            {prompt.title}
          </b>
          <small className="soft">{t(`kinds.${prompt.kind}`)}</small>
        </span>
        <span className="how">
          {prompt.posted !== null ? (
            <>
              <span className="soft n">{t("posted", { count: prompt.posted })}</span>
              {unanswered !== null && unanswered > 0 && (
                <span className="red n">{t("list.unanswered", { count: unanswered })}</span>
              )}
            </>
          ) : (
            <Mine prompt={prompt} closed={closed} progress={progress} />
          )}
          {unread > 0 && (
            <span className="n unread">
              <i className="sq" aria-hidden="true" /> {t("list.unread", { count: unread })}
            </span>
          )}
        </span>
      </Link>
    </li>
  );
}

/** How far a student's own answer is, and what is still owed. */
function Mine({ prompt, closed, progress }: Pick<LineProps, "prompt" | "closed" | "progress">) {
  const t = useTranslations("prompt");
  const missing = progress?.missing ?? 0;
  const owed = progress?.repliesOwed ?? 0;
  if (!prompt.mine) return <span className="soft">{t(closed ? "stated.missed" : "stated.none")}</span>;
  const isPosted = prompt.mine.submittedAt !== null;
  return (
    <>
      <span className={isPosted ? "chip ok" : "chip now"}>
        {t(isPosted ? "stated.posted" : "stated.draft")}
      </span>
      {missing > 0 && <span className="soft n">{t("foot.missing", { count: missing })}</span>}
      {isPosted && owed > 0 && !closed && <span className="red n">{t("list.owed", { count: owed })}</span>}
    </>
  );
}
