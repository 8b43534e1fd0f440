import { Fragment } from "react";
import type { Gloss, ParagraphWork } from "@/components/grading/grading-types";
import { ParagraphText } from "@/components/reading/text/paragraph-text";
import { type MarkedPassage, passagesIn, type Segment, segmentsOf } from "./segments";
import { signalClass } from "./signal-mark";

/** The class of a piece: of the last passage that covers it, which is the innermost where they nest. */
function classOf(segment: Segment, glosses: Gloss[]): string {
  const inner = glosses.find((gloss) => gloss.id === segment.within.at(-1));
  return inner?.signal ? signalClass[inner.signal] : "plain";
}

interface PieceProps {
  piece: string;
  glosses: Gloss[];
  within: MarkedPassage[];
  /** Those whose letter stands here. */
  ends: ReadonlySet<string>;
}

/** A piece of a paragraph: the whole of it, a line of a list or a cell of a table. */
function MarkedPiece({ piece, glosses, within, ends }: PieceProps) {
  return segmentsOf(piece, within).map((segment) => (
    <Fragment key={segment.start}>
      {segment.within.length > 0 ? (
        <mark className={classOf(segment, glosses)}>{segment.text}</mark>
      ) : (
        segment.text
      )}
      {glosses
        .filter((gloss) => ends.has(gloss.id) && segment.ending.includes(gloss.id))
        .map((gloss) => (
          <a className="sgl" href={`#g-${gloss.letter}`} key={gloss.id}>
            {gloss.letter}
          </a>
        ))}
    </Fragment>
  ));
}

/** A paragraph's text with the passages a student commented on, each ending in its comment's letter. */
export function MarkedParagraph({ paragraph }: { paragraph: ParagraphWork }) {
  const { text, glosses } = paragraph;
  const passages = glosses.flatMap(({ id, passage }) => (passage ? [{ id, ...passage }] : []));
  return (
    <ParagraphText
      paragraph={paragraph}
      draw={(piece, at) => (
        <MarkedPiece
          piece={piece}
          glosses={glosses}
          {...passagesIn(text, passages, { at, length: piece.length })}
        />
      )}
    />
  );
}
