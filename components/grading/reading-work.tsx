import { useTranslations } from "next-intl";
import { GlossCard, type Place } from "./gloss-card";
import type { ParagraphWork, ReadingWork as Reading } from "./grading-types";
import { MarkedParagraph } from "./marked-paragraph";

type Block =
  | { kind: "commented"; paragraph: ParagraphWork }
  | { kind: "folded"; key: string; paragraphs: ParagraphWork[] };

/** Paragraphs with comments stand open; the stretches between them are folded. */
function blocksOf(paragraphs: ParagraphWork[]): Block[] {
  const blocks: Block[] = [];
  for (const paragraph of paragraphs) {
    const last = blocks.at(-1);
    if (paragraph.glosses.length > 0) blocks.push({ kind: "commented", paragraph });
    else if (last?.kind === "folded") last.paragraphs.push(paragraph);
    else blocks.push({ kind: "folded", key: paragraph.id, paragraphs: [paragraph] });
  }
  return blocks;
}

const numbers = (paragraphs: ParagraphWork[]): string => {
  const counted = paragraphs.flatMap((paragraph) => paragraph.number ?? []);
  const first = counted[0];
  const last = counted.at(-1);
  if (first === undefined) return "";
  return first === last ? `¶${first}` : `¶${first}–${last}`;
};

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
      {blocksOf(reading.paragraphs).map((block) =>
        block.kind === "commented" ? (
          <section className="para" id={`p-${block.paragraph.id}`} key={block.paragraph.id}>
            <span className="pn">{block.paragraph.number && `¶${block.paragraph.number}`}</span>
            <p className="src" lang={block.paragraph.language} dir="auto">
              <MarkedParagraph text={block.paragraph.text} glosses={block.paragraph.glosses} />
            </p>
            <div className="glosses">
              {block.paragraph.glosses.map((gloss) => (
                <GlossCard key={gloss.id} gloss={gloss} place={place} />
              ))}
            </div>
          </section>
        ) : (
          <Folded paragraphs={block.paragraphs} key={block.key} />
        ),
      )}
    </article>
  );
}

function Folded({ paragraphs }: { paragraphs: ParagraphWork[] }) {
  return (
    <details className="fold">
      <summary>
        <span className="pn">{numbers(paragraphs)}</span>
        <span className="ft" lang={paragraphs[0]?.language} dir="auto">
          {paragraphs[0]?.text}
        </span>
      </summary>
      {paragraphs.map((paragraph) => (
        <div className="para" key={paragraph.id}>
          <span className="pn">{paragraph.number && `¶${paragraph.number}`}</span>
          <p className="src" lang={paragraph.language} dir="auto">
            {paragraph.text}
          </p>
        </div>
      ))}
    </details>
  );
}
