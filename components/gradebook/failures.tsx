"use client";

import { useTranslations } from "next-intl";
import { useBook } from "./book-context";
import { readEntry, typedOf } from "./entry";
import { placeOf, type Spot, spotIn, standsIn } from "./kept-mark";
import type { Cursor } from "./use-cursor";
import type { Entry } from "./use-entry";
import type { Unsaved } from "./use-unsaved";

/** Marks that were not saved, each with what to do about it. The focus goes to the cell each time. */
export function Failures({ entry, cursor }: { entry: Entry; cursor: Cursor }) {
  const { book } = useBook();
  const here = entry.unsaved.flatMap((one) => {
    const spot = spotIn(book, one);
    return spot ? [{ one, spot }] : [];
  });
  if (here.length === 0) return null;
  return (
    <div className="failures" role="alert">
      <ul>
        {here.map(({ one, spot }) => (
          <Failure key={`${one.studentId}/${one.assignmentId}`} {...{ one, spot, entry, cursor }} />
        ))}
      </ul>
    </div>
  );
}

interface Props {
  one: Unsaved;
  spot: Spot;
  entry: Entry;
  cursor: Cursor;
}

function Failure({ one, spot, entry, cursor }: Props) {
  const t = useTranslations("gradebook.failed");
  const tf = useTranslations("gradebook.fault");
  const { student, assignment, cell } = spot;
  const { mark, fault } = readEntry(one.typed, assignment.most);
  const said = mark ? typedOf(mark) : one.typed;
  const why = () => {
    if (one.words) return one.words;
    if (fault) return tf(fault, { most: assignment.most });
    if (cell.version === one.version) return t("kept");
    return t("stale", { theirs: standsIn(cell) ?? t("nothing") });
  };
  const goThere = () => cursor.goTo(placeOf(spot));
  return (
    <li>
      <p>
        <b>{t("what", { name: student.name, title: assignment.title, mark: said })}</b> {why()}
      </p>
      {mark ? (
        <button
          type="button"
          className="btn"
          onClick={() => {
            goThere();
            entry.again(one, mark);
          }}
        >
          {t("again", { mark: said })}
        </button>
      ) : (
        <button
          type="button"
          className="btn"
          onClick={() => {
            goThere();
            entry.begin(spot, one.typed);
          }}
        >
          {t("correct")}
        </button>
      )}
      <button
        type="button"
        className="btn bare"
        onClick={() => {
          goThere();
          entry.forget(one);
        }}
      >
        {t("leave")}
      </button>
    </li>
  );
}
