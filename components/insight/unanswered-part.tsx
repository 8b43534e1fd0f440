import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Moment } from "@/components/ui/moment";
import { VoiceName } from "@/components/voice/voice-name";
import { More } from "./more";
import type { EvidencePage, UnansweredPrompt } from "./shapes";
import { oldestFirst, waitedSince } from "./waiting";

interface UnansweredPartProps {
  courseId: string;
  timeZone: string;
  /** When the page was counted. */
  now: Date;
  prompts: readonly UnansweredPrompt[];
  positions: readonly { id: string; short: string }[];
  groups: EvidencePage["groups"];
}

const MOST = 6;

/** The answers to which nobody has replied, by prompt, those that have waited longest first. */
export function UnansweredPart(props: UnansweredPartProps) {
  const t = useTranslations("insight.unanswered");
  const prompts = oldestFirst(props.prompts);
  const count = prompts.reduce((sum, { answers }) => sum + answers.length, 0);
  return (
    <section className="part" id="unanswered" aria-labelledby="unanswered-title">
      <header className="part-head">
        <h2 className="h-sec" id="unanswered-title">
          {t("title")}
        </h2>
        <span className="faint">{t("count", { count })}</span>
      </header>
      {count === 0 ? (
        <p className="soft say">{t("none")}</p>
      ) : (
        <div className="waits">
          {prompts.map((prompt) => (
            <section key={prompt.promptId} aria-labelledby={`waits-${prompt.promptId}`}>
              <h3 id={`waits-${prompt.promptId}`}>
                <Link
                  prefetch={false}
                  className="link"
                  href={`/courses/${props.courseId}/prompts/${prompt.promptId}?view=class`}
                >
                  {t("prompt", { number: prompt.number, title: prompt.title })}
                </Link>{" "}
                <small className="faint">
                  {prompt.assignment} · {t("count", { count: prompt.answers.length })}
                </small>
              </h3>
              <More
                items={prompt.answers}
                most={MOST}
                label={(more) => t("more", { count: more })}
                className="answers"
              >
                {(answer) => <Answer key={answer.id} {...props} promptId={prompt.promptId} answer={answer} />}
              </More>
            </section>
          ))}
        </div>
      )}
    </section>
  );
}

interface AnswerProps extends UnansweredPartProps {
  promptId: string;
  answer: UnansweredPrompt["answers"][number];
}

function Answer({ courseId, timeZone, now, positions, groups, promptId, answer }: AnswerProps) {
  const t = useTranslations("insight.unanswered");
  const waited = waitedSince(answer.submittedAt, now);
  const position = positions.find(({ id }) => id === answer.positionId);
  const group = groups.find(({ id }) => id === answer.groupId);
  return (
    <li data-step>
      <Link
        prefetch={false}
        className="to"
        href={`/courses/${courseId}/prompts/${promptId}?view=class&response=${answer.id}`}
      >
        <VoiceName voice={answer.author} />
      </Link>
      <span className="faint">
        {[position?.short, group?.name, t("read", { count: answer.read })].filter(Boolean).join(" · ")}
      </span>
      <span className="since n">
        {t(waited.unit, { count: waited.count })}
        <small className="faint">
          {t("since")} <Moment at={answer.submittedAt} timeZone={timeZone} show="day" />
        </small>
      </span>
    </li>
  );
}
