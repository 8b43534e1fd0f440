import type { Id } from "@/domain/id";
import { type EvidenceRelation, evidenceRelations } from "@/domain/prompt/contest";
import type { EvidenceBrief } from "@/domain/prompt/evidence";
import {
  type Lean,
  type Shared,
  type Side,
  sides,
  type VersusDimension,
  type VersusPiece,
  versusOn,
} from "@/domain/prompt/versus";
import { refuse } from "@/domain/refusal";
import { Prisma } from "@/prisma/client/client";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { pieceFields } from "./evidence";
import { type DimensionView, dimensionFields, type PositionView, positionFields } from "./frame";
import { type Openings, openingsOf } from "./openings";
import { evidenceScopeSql } from "./scope";
import { voiceOf } from "./voice";

/** How many of each are shown: the most helpful. */
const SHOWN = 6;

/** The first of a list, and how many more there are. */
export interface Bounded<Item> {
  shown: Item[];
  more: number;
}

/** A passage recorded for both. */
export type SharedBriefs = Record<Side, Bounded<EvidenceBrief>>;

export interface VersusRow extends DimensionView {
  leans: Record<Side, Lean>;
  /** The evidence bears out the one and speaks against the other. */
  apart: boolean;
  agree: Record<EvidenceRelation, Bounded<SharedBriefs>>;
  differ: Bounded<SharedBriefs>;
  only: Record<Side, Record<EvidenceRelation, Bounded<EvidenceBrief>>>;
}

export interface Versus {
  a: PositionView;
  b: PositionView;
  dimensions: VersusRow[];
}

const bounded = <Item, Shown>(items: readonly Item[], show: (item: Item) => Shown): Bounded<Shown> => ({
  shown: items.slice(0, SHOWN).map(show),
  more: Math.max(0, items.length - SHOWN),
});

const perRelation = <Item>(of: (relation: EvidenceRelation) => Item): Record<EvidenceRelation, Item> => ({
  supports: of("supports"),
  qualifies: of("qualifies"),
  challenges: of("challenges"),
});

const bothSides = <Item>(of: (side: Side) => Item): Record<Side, Item> => ({ a: of("a"), b: of("b") });

/** Every id that will be shown. */
function shownIds(dimensions: VersusDimension<VersusPiece>[]): Id[] {
  const first = <Item>(items: readonly Item[]) => items.slice(0, SHOWN);
  const ofShared = (list: readonly Shared<VersusPiece>[]) =>
    first(list).flatMap((shared) => sides.flatMap((side) => first(shared[side])));
  return dimensions
    .flatMap(({ agree, differ, only }) => [
      ...ofShared(differ),
      ...evidenceRelations.flatMap((relation) => [
        ...ofShared(agree[relation]),
        ...sides.flatMap((side) => first(only[side][relation])),
      ]),
    ])
    .map((piece) => piece.id);
}

const piecesOf = (access: CourseAccess, openings: Openings, positions: Record<Side, Id>) =>
  db().$queryRaw<VersusPiece[]>(Prisma.sql`
    SELECT e.id, e."positionId", e."dimensionId", e.relation, e."paragraphId", e."startOffset" AS start,
      e."endOffset" AS "end",
      (SELECT count(*)::int FROM "EvidenceHelpful" f WHERE f."evidenceId" = e.id) AS helpful
    FROM "Evidence" e
    LEFT JOIN "Evidence" h ON h.id = e."mergedIntoId" AND ${evidenceScopeSql(access.actor, openings, "h")}
    WHERE e."courseId" = ${access.courseId}::uuid AND e."deletedAt" IS NULL AND e."filedAt" IS NOT NULL
      AND h.id IS NULL AND e."positionId" IN (${positions.a}::uuid, ${positions.b}::uuid)
      AND ${evidenceScopeSql(access.actor, openings, "e")}`);

async function briefs(
  access: CourseAccess,
  openings: Openings,
  pieces: VersusPiece[],
  ids: Id[],
): Promise<Map<Id, EvidenceBrief>> {
  const helpful = new Map(pieces.map((piece) => [piece.id, piece.helpful]));
  const rows = await db().evidence.findMany({
    where: { id: { in: ids }, courseId: access.courseId },
    select: { ...pieceFields, paragraph: { select: { number: true } } },
  });
  return new Map(
    rows.map(({ author, authorId, reading, paragraph, ...row }) => [
      row.id,
      {
        ...row,
        author: voiceOf(openings.of(row.readingId).naming, author),
        mine: authorId === access.actor.membershipId,
        reading: reading.position,
        title: reading.version.title,
        paragraph: paragraph.number,
        helpful: openings.of(row.readingId).showsOthers ? (helpful.get(row.id) ?? 0) : 0,
      },
    ]),
  );
}

/** Two positions against each other, dimension by dimension. Five statements. Refuses `not-found` for an unknown one. */
export async function evidenceVersus(
  access: CourseAccess,
  positions: Record<Side, Id>,
  now: Date,
): Promise<Versus> {
  authorize(access, "evidence.read");
  const openings = await openingsOf(access, now);
  const course = await db().course.findUnique({
    where: { id: access.courseId },
    select: { positions: positionFields, dimensions: dimensionFields },
  });
  const find = (id: Id) =>
    course?.positions.find((position) => position.id === id) ?? refuse({ code: "not-found" });
  const [a, b] = [find(positions.a), find(positions.b)];
  const pieces = a.id === b.id ? [] : await piecesOf(access, openings, positions);
  const dimensions = course?.dimensions ?? [];
  const compared = dimensions.map((dimension) => versusOn(dimension.id, positions, pieces));
  const texts = await briefs(access, openings, pieces, shownIds(compared));
  const brief = (piece: VersusPiece) => texts.get(piece.id) ?? refuse({ code: "not-found" });
  const shared = (list: readonly Shared<VersusPiece>[]) =>
    bounded(list, (each): SharedBriefs => bothSides((side) => bounded(each[side], brief)));
  return {
    a,
    b,
    dimensions: compared.flatMap((each, at) => {
      const dimension = dimensions[at];
      if (!dimension) return [];
      return {
        ...dimension,
        leans: each.leans,
        apart: each.apart,
        agree: perRelation((relation) => shared(each.agree[relation])),
        differ: shared(each.differ),
        only: bothSides((side) => perRelation((relation) => bounded(each.only[side][relation], brief))),
      };
    }),
  };
}
