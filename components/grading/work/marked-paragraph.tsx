import { Fragment } from "react";
import type { Gloss } from "@/components/grading/grading-types";
import { type Segment, segmentsOf } from "./segments";
import { signalClass } from "./signal-mark";

/** The class of a piece: of the last passage that covers it, which is the innermost where they nest. */
function classOf(segment: Segment, glosses: Gloss[]): string {
  const inner = glosses.find((gloss) => gloss.id === segment.within.at(-1));
  return inner?.signal ? signalClass[inner.signal] : "plain";
}

/** A paragraph's text with the passages a student commented on, each ending in its comment's letter. */
export function MarkedParagraph({ text, glosses }: { text: string; glosses: Gloss[] }) {
  const passages = glosses.flatMap(({ id, passage }) => (passage ? [{ id, ...passage }] : []));
  return segmentsOf(text, passages).map((segment) => (
    <Fragment key={segment.start}>
      {segment.within.length > 0 ? (
        <mark className={classOf(segment, glosses)}>{segment.text}</mark>
      ) : (
        segment.text
      )}
      {glosses
        .filter((gloss) => segment.ending.includes(gloss.id))
        .map((gloss) => (
          <a className="sgl" href={`#g-${gloss.letter}`} key={gloss.id}>
            {gloss.letter}
          </a>
        ))}
    </Fragment>
  ));
}
