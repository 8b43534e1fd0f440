"use client";

import { useTranslations } from "next-intl";
import type { ParagraphWork, ReadingWork as Reading } from "@/components/grading/grading-types";
import { ParagraphText } from "@/components/reading/text/paragraph-text";
import { blocksOf, inOneLine, numbersOf } from "./blocks";
import { GlossCard, type Place } from "./gloss-card";
import { MarkedParagraph } from "./marked-paragraph";

/** A reading with one student's comments in the context of its paragraphs. */
export function ReadingWork({ reading, place }: { reading: Reading; place: Place }) {
  const t = useTranslations("grade.work");
  const own = reading.paragraphs.some((paragraph) => paragraph.glosses.length > 0);
  return (
    <article className="rd" aria-labelledby={`reading-${reading.id}`}>
      <header className="r-head">
        <h2 className="src" id={`reading-${reading.id}`}>
          <span className="r-n">{reading.position}</span> {reading.title}
        </h2>
        {reading.origin && <p className="faint">{reading.origin}</p>}
      </header>
      {reading.glosses.length > 0 && (
        <section className="para" aria-label={t("wholeReading")}>
          <span className="pn" />
          <p className="soft">{t("wholeReading")}</p>
          <div className="glosses">
            {reading.glosses.map((gloss) => (
              <GlossCard key={gloss.id} gloss={gloss} place={place} />
            ))}
          </div>
        </section>
      )}
      {!own && reading.glosses.length === 0 && <p className="none soft">{t("noComments")}</p>}
      {blocksOf(reading.paragraphs).map(({ kind, paragraphs }) =>
        kind === "folded" ? (
          <Folded paragraphs={paragraphs} key={paragraphs[0]?.id} />
        ) : (
          paragraphs.map((paragraph) => <Commented paragraph={paragraph} place={place} key={paragraph.id} />)
        ),
      )}
    </article>
  );
}

function Commented({ paragraph, place }: { paragraph: ParagraphWork; place: Place }) {
  return (
    <section className="para" id={`p-${paragraph.id}`}>
      <span className="pn">{paragraph.number && `¶${paragraph.number}`}</span>
      <div className="src" lang={paragraph.language} dir="auto">
        <MarkedParagraph paragraph={paragraph} />
      </div>
      <div className="glosses">
        {paragraph.glosses.map((gloss) => (
          <GlossCard key={gloss.id} gloss={gloss} place={place} />
        ))}
      </div>
    </section>
  );
}

function Folded({ paragraphs }: { paragraphs: ParagraphWork[] }) {
  return (
    <details className="fold" id={`p-${paragraphs[0]?.id}`}>
      <summary>
        <span className="pn">{numbersOf(paragraphs)}</span>
        <span className="ft" lang={paragraphs[0]?.language} dir="auto">
          {paragraphs[0] && inOneLine(paragraphs[0])}
        </span>
      </summary>
      {paragraphs.map((paragraph) => (
        <div className="para" key={paragraph.id}>
          <span className="pn">{paragraph.number && `¶${paragraph.number}`}</span>
          <div className="src" lang={paragraph.language} dir="auto">
            <ParagraphText paragraph={paragraph} />
          </div>
        </div>
      ))}
    </details>
  );
}
