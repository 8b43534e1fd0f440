import { useTranslations } from "next-intl";
import { Prose } from "@/components/prose/prose";
import { Blank } from "@/components/ui/blank";
import { Link } from "@/components/ui/link";
import { PositionMark } from "./position-mark";
import type { FramePage } from "./shapes";

type Position = FramePage["positions"][number];
type Chips = FramePage["chips"][number] | undefined;

/** The frame as everybody reads it. */
export function FrameRead({ courseId, page }: { courseId: string; page: FramePage }) {
  const t = useTranslations("frame.page");
  if (page.positions.length === 0 && page.dimensions.length === 0) {
    return (
      <Blank title={t("none")}>
        <p>{page.can.write ? t("noneStaff") : t("noneOthers")}</p>
      </Blank>
    );
  }
  return (
    <>
      <ol className="fr-positions">
        {page.positions.map((position) => (
          <li key={position.id} id={`position-${position.id}`}>
            <PositionRead
              courseId={courseId}
              position={position}
              chips={page.chips.find(({ positionId }) => positionId === position.id)}
            />
          </li>
        ))}
      </ol>
      {page.dimensions.length > 0 && (
        <section className="fr-dimensions" aria-labelledby="fr-dimensions">
          <h2 className="head-2" id="fr-dimensions">
            {t("dimensions")}
          </h2>
          <p className="soft">{t("dimensionsWhy")}</p>
          <dl>
            {page.dimensions.map(({ id, name, question }) => (
              <div key={id}>
                <dt dir="auto">{name}</dt>
                <dd dir="auto">{question || <span className="faint">{t("noQuestion")}</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}

function PositionRead({ courseId, position, chips }: { courseId: string; position: Position; chips: Chips }) {
  const t = useTranslations("frame.page");
  const { name, short, line, account, sources, colour } = position;
  return (
    <article>
      <h2 className="head-2" dir="auto">
        <PositionMark colour={colour} />
        {name}
        {short !== name && (
          <small className="chip" title={t("shortWhy")}>
            {short}
          </small>
        )}
      </h2>
      {line && (
        <p className="fr-line" dir="auto">
          {line}
        </p>
      )}
      {account && (
        <div className="read">
          <Prose text={account} citations={chips?.account ?? []} courseId={courseId} />
        </div>
      )}
      {sources && (
        <div className="fr-sources">
          <h3 className="label">{t("sources")}</h3>
          <Prose text={sources} citations={chips?.sources ?? []} courseId={courseId} />
        </div>
      )}
      <p>
        <Link
          className="link"
          prefetch={false}
          href={`/courses/${courseId}/evidence`}
          aria-label={t("evidenceFor", { position: name })}
        >
          {t("evidence")}
        </Link>
      </p>
    </article>
  );
}
