"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { evidenceRelations } from "@/domain/prompt/contest";
import type { EvidenceBrief } from "@/domain/prompt/evidence";
import { cellKey } from "@/domain/prompt/matrix";
import type { Versus } from "../shapes";
import { Brief } from "./brief";

export type VersusDimension = Versus["dimensions"][number];
type SharedList = VersusDimension["differ"];
type SharedPassage = SharedList["shown"][number];

const sides = ["a", "b"] as const;

interface VersusRowProps {
  courseId: string;
  a: Versus["a"];
  b: Versus["b"];
  row: VersusDimension;
}

const isBare = ({ agree, differ, only }: VersusDimension) =>
  differ.shown.length === 0 &&
  evidenceRelations.every(
    (relation) =>
      agree[relation].shown.length === 0 && sides.every((side) => only[side][relation].shown.length === 0),
  );

/** Two positions on one dimension: where the passages agree on both, where they part them, what only one has. */
export function VersusRow({ courseId, a, b, row }: VersusRowProps) {
  const t = useTranslations("evidence.versus");
  const id = `on-${row.id}`;
  const names = { a: a.name, b: b.name };
  const lean = (side: "a" | "b") => t(`lean.${row.leans[side]}`, { position: names[side] });
  return (
    <section className="on-one" aria-labelledby={id}>
      <header>
        <h2 id={id}>{row.name}</h2>
        {row.question && <p className="soft">{row.question}</p>}
        {!isBare(row) && (
          <p className={row.apart ? "leans apart" : "leans"}>
            {lean("a")} {lean("b")} {row.apart && <b>{t("apart")}</b>}
          </p>
        )}
      </header>
      {isBare(row) && <p className="soft">{t("nothing")}</p>}
      {row.differ.shown.length > 0 && (
        <Passages title={t("differ")} hint={t("differHint")}>
          <SharedPassages courseId={courseId} list={row.differ} names={names} />
        </Passages>
      )}
      {evidenceRelations.map(
        (relation) =>
          row.agree[relation].shown.length > 0 && (
            <Passages key={relation} title={t(`agree.${relation}`)} hint={t("agreeHint")}>
              <SharedPassages courseId={courseId} list={row.agree[relation]} names={names} />
            </Passages>
          ),
      )}
      <div className="onlys">
        {sides.map((side) => (
          <Only
            key={side}
            courseId={courseId}
            name={names[side]}
            positionId={side === "a" ? a.id : b.id}
            dimensionId={row.id}
            pieces={row.only[side]}
          />
        ))}
      </div>
    </section>
  );
}

function Passages({ title, hint, children }: { title: string; hint: string; children: React.ReactNode }) {
  return (
    <div className="passages">
      <h3>
        {title} <small>{hint}</small>
      </h3>
      {children}
    </div>
  );
}

interface SharedPassagesProps {
  courseId: string;
  list: SharedList;
  names: Record<"a" | "b", string>;
}

function SharedPassages({ courseId, list, names }: SharedPassagesProps) {
  const t = useTranslations("evidence.versus");
  return (
    <ul>
      {list.shown.map((shared) => (
        <li key={keyOf(shared)} className="pair">
          {sides.map((side) => (
            <div key={side}>
              <h4>{names[side]}</h4>
              {shared[side].shown.map((piece) => (
                <Brief key={piece.id} courseId={courseId} piece={piece} />
              ))}
              {shared[side].more > 0 && <p className="soft">{t("more", { count: shared[side].more })}</p>}
            </div>
          ))}
        </li>
      ))}
      {list.more > 0 && <li className="soft">{t("more", { count: list.more })}</li>}
    </ul>
  );
}

const keyOf = (shared: SharedPassage) =>
  sides.flatMap((side) => shared[side].shown.map(({ id }) => id)).join();

interface OnlyProps {
  courseId: string;
  name: string;
  positionId: string;
  dimensionId: string;
  pieces: VersusDimension["only"]["a"];
}

function Only({ courseId, name, positionId, dimensionId, pieces }: OnlyProps) {
  const t = useTranslations("evidence.versus");
  const shown: EvidenceBrief[] = evidenceRelations.flatMap((relation) => pieces[relation].shown);
  const more = evidenceRelations.reduce((sum, relation) => sum + pieces[relation].more, 0);
  const cell = `/courses/${courseId}/evidence?cell=${cellKey(positionId, dimensionId)}`;
  return (
    <div className="passages">
      <h3>{t("only", { position: name })}</h3>
      {shown.length === 0 && <p className="soft">{t("onlyNone")}</p>}
      {shown.map((piece) => (
        <Brief key={piece.id} courseId={courseId} piece={piece} />
      ))}
      <p className="to-cell">
        <Link className="link" prefetch={false} href={cell}>
          {more > 0 ? t("more", { count: more }) : t("toCell")}
        </Link>
      </p>
    </div>
  );
}
