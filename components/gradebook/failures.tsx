"use client";

import { useTranslations } from "next-intl";
import { typedOf } from "./entry";
import type { Entry } from "./use-entry";

/** Marks that were not written, each with what to do about it. */
export function Failures({ entry }: { entry: Entry }) {
  const t = useTranslations("gradebook.failed");
  if (entry.failed.length === 0) return null;
  return (
    <div className="failures" role="alert">
      <ul>
        {entry.failed.map((one) => {
          const { student, assignment } = one.spot;
          const said = typedOf(one.mark);
          return (
            <li key={`${student.id}/${assignment.id}`}>
              <p>
                <b>{t("what", { name: student.name, title: assignment.title, mark: said })}</b> {one.words}
              </p>
              <button type="button" className="btn" onClick={() => entry.again(one)}>
                {t("again", { mark: said })}
              </button>
              <button type="button" className="btn bare" onClick={() => entry.forget(one)}>
                {t("leave")}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
