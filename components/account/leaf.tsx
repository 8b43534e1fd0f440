import { Asterisk, CircleQuestionMark, EqualNot, WholeWord } from "lucide-react";
import { useTranslations } from "next-intl";

const glyphs = {
  question: { icon: CircleQuestionMark, mark: "q" },
  insight: { icon: Asterisk, mark: "in" },
  challenge: { icon: EqualNot, mark: "x" },
  term: { icon: WholeWord, mark: "t" },
} as const;

interface GlossProps {
  signal: keyof typeof glyphs;
  side: "l" | "r";
  name: string;
  children: string;
}

function Gloss({ signal, side, name, children }: GlossProps) {
  const t = useTranslations("signals");
  const { icon: Icon, mark } = glyphs[signal];
  return (
    <span className={`sn ${side}`}>
      <span className={`sig ${mark}`}>
        <Icon className="i" aria-hidden />
        {t(signal)}
      </span>
      <b>{name}</b>
      {children}
    </span>
  );
}

/** A page of a reading with its glosses, as a picture of what the product is. */
export function Leaf() {
  const t = useTranslations("leaf");
  const mark = (kind: string) => (chunks: React.ReactNode) => <mark className={kind}>{chunks}</mark>;
  return (
    <figure className="leaf" aria-label={t("label")}>
      <div className="col">
        <p className="src-p">
          <span className="no">¶1</span>
          <span className="ini" aria-hidden>
            {t("initial")}
          </span>
          <span className="vh">{t("initial")}</span>
          {t.rich("first", { mark: mark("in") })}
          <Gloss signal="insight" side="r" name="Mateo Quispe">
            {t("firstGloss")}
          </Gloss>
        </p>
        <p className="src-p">
          <span className="no">¶2</span>
          {t.rich("second", { mark: mark("x") })}
          <Gloss signal="challenge" side="l" name="Ada Okafor">
            {t("secondGloss")}
          </Gloss>
        </p>
        <p className="src-p">
          <span className="no">¶3</span>
          {t.rich("third", { mark: mark("t") })}
          <Gloss signal="term" side="r" name="李明 Li Ming">
            {t("thirdGloss")}
          </Gloss>
        </p>
        <p className="src-p">
          <span className="no">¶4</span>
          {t.rich("fourth", { mark: mark("q") })}
          <Gloss signal="question" side="l" name="Zofia Wróbel">
            {t("fourthGloss")}
          </Gloss>
        </p>
      </div>
      <figcaption>{t("caption")}</figcaption>
    </figure>
  );
}
