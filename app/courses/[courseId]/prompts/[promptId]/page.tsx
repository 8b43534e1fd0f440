import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassDate } from "@/components/course/class-date";
import { CourseFrame } from "@/components/course/course-frame";
import { PromptDesk } from "@/components/prompt/prompt-desk";
import { PromptInWords, type SaidPrompt } from "@/components/prompt/prompt-in-words";
import type { PromptPage as PromptPageData } from "@/components/prompt/shapes";
import { When } from "@/components/prompt/when";
import { Prose } from "@/components/prose/prose";
import { cityOf } from "@/components/ui/city-of";
import { OwnClock } from "@/components/ui/own-clock";
import { caller, forPage } from "@/server/trpc/caller";

interface PromptPageProps {
  params: Promise<{ courseId: string; promptId: string }>;
}

async function load({ params }: PromptPageProps) {
  const { courseId, promptId } = await params;
  const api = await caller();
  const here = `/courses/${courseId}/prompts/${promptId}`;
  const madeAt = Date.now();
  const frame = await forPage(api.course.frame({ courseId }), here);
  const page = await forPage(api.prompt.page({ courseId, promptId }), here);
  return { courseId, frame, page, madeAt };
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("prompt");
  return { title: t("one") };
}

export default async function PromptPage(props: PromptPageProps) {
  const { courseId, frame, page, madeAt } = await load(props);
  const t = await getTranslations("prompt");
  const { prompt } = page;
  const { timeZone } = frame.course;
  const isStudent = frame.role === "student";
  return (
    <CourseFrame frame={frame} at="discussion" crumb={prompt.title} slots>
      <div className="page-prompt">
        <PromptDesk
          courseId={courseId}
          timeZone={timeZone}
          me={{ id: frame.me.id, name: frame.me.name, role: frame.role }}
          page={page}
          madeAt={madeAt}
        >
          <header className="ask">
            <div className="side">
              <p className="kick">{t("number", { number: prompt.number })}</p>
              <p className="dim">{prompt.assignment}</p>
              <p className="due">
                <b>
                  <When at={prompt.dueAt} timeZone={timeZone} />
                </b>{" "}
                {cityOf(timeZone)}{" "}
                {prompt.dueAt.getTime() > madeAt && <OwnClock at={prompt.dueAt} timeZone={timeZone} />}
              </p>
              <ClassDate extended={prompt.extended} timeZone={timeZone} />
              <p className="dim">{t("points", { points: Number(prompt.points) })}</p>
            </div>
            <div className="col">
              <h1>{prompt.title}</h1>
              <div className="prompt src">
                <Prose text={prompt.body} citations={[]} courseId={courseId} />
              </div>
              <PromptInWords said={saidOf(courseId, page, isStudent)} />
            </div>
          </header>
        </PromptDesk>
      </div>
    </CourseFrame>
  );
}

function saidOf(courseId: string, page: PromptPageData, isStudent: boolean): SaidPrompt {
  const { kind, asks, dimension, term, postFirst, pseudonyms, wholeClass, steelman } = page.prompt;
  const known = [...page.positions, ...page.removedPositions];
  return {
    ...asks,
    kind,
    positions: known.filter(({ id }) => asks.positions.includes(id)).map(({ name }) => name),
    dimension: dimension?.name ?? null,
    term: term && {
      name: term.name,
      ...(!term.removed && { href: `/courses/${courseId}/terms/${term.id}` }),
    },
    postFirst,
    alias: pseudonyms ? (isStudent && page.alias) || undefined : null,
    room: wholeClass ? "class" : "group",
    steelman,
  };
}
