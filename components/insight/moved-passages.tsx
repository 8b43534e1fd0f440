import { useTranslations } from "next-intl";
import { useLaneNames } from "@/components/stance/flow-names";
import { MovedChip } from "@/components/stance/moved-chip";
import type { FlowPage } from "@/components/stance/shapes";
import { More } from "./more";
import { kindOf, type MovingWords, movingWords } from "./moved";
import type { MovedBy } from "./shapes";

interface MovedPassagesProps {
  courseId: string;
  moved: readonly MovedBy[];
  positions: FlowPage["positions"];
}

const MOST = 6;

/** The passages that students name for where they stand, as counts and never by name, with where they led. */
export function MovedPassages({ courseId, moved, positions }: MovedPassagesProps) {
  const t = useTranslations("insight.moved");
  return (
    <section className="part" id="moved" aria-labelledby="moved-title">
      <header className="part-head">
        <h2 className="h-sec" id="moved-title">
          {t("title")}
        </h2>
        <span className="faint">{t("why")}</span>
      </header>
      {moved.length === 0 ? (
        <p className="soft say">{t("none")}</p>
      ) : (
        <More
          items={movingWords(moved)}
          most={MOST}
          label={(count) => t("more", { count })}
          className="moving"
        >
          {(words) => (
            <Words key={words.passage.paragraphId} courseId={courseId} words={words} positions={positions} />
          )}
        </More>
      )}
    </section>
  );
}

interface WordsProps {
  courseId: string;
  words: MovingWords;
  positions: FlowPage["positions"];
}

function Words({ courseId, words, positions }: WordsProps) {
  const t = useTranslations("insight.moved");
  const lanes = useLaneNames({ positions });
  const { passage } = words;
  return (
    <li data-step>
      <MovedChip courseId={courseId} passage={passage} />
      <div>
        <p className="src said" dir="auto">
          {passage.text}
        </p>
        <p className="how">
          <b>{t("stances", { count: words.stances, went: words.went })}</b>
          {words.moves.map((move) => {
            const kind = kindOf(move);
            const from = lanes.short(move.from?.positionId ?? null);
            const to = lanes.short(move.to);
            return (
              <span key={`${kind} ${move.from?.positionId} ${move.to}`} className={kind}>
                {t(kind, { from, to })} <b className="n">{move.count}</b>
              </span>
            );
          })}
        </p>
      </div>
    </li>
  );
}
