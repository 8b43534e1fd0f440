import { type EvidenceRelation, evidenceRelations } from "@/domain/prompt/contest";
import { type MatrixScope, matrixScopes } from "@/domain/prompt/matrix";

export const emphases = ["contested", "check", "empty"] as const;
/** Cells that are contested, passages whose text changed, cells without any. */
export type Emphasis = (typeof emphases)[number];

/** What of the matrix is looked at: all of it stands in the address. */
export interface MatrixView {
  scope: MatrixScope;
  /** Which group, for those who may choose one. */
  groupId: string | null;
  readingId: string | null;
  /** A voice's key. */
  by: string | null;
  /** Those that are left out; never all. */
  without: EvidenceRelation[];
  show: Emphasis | null;
  /** The open cell, `<positionId>.<dimensionId>`, or `unplaced`: what has no cell. */
  cell: string | null;
}

const oneOf = <Value extends string>(values: readonly Value[], value: string | null): Value | undefined =>
  values.find((each) => each === value);

export const UNPLACED = "unplaced";

const CELL = /^[0-9a-f-]{36}\.[0-9a-f-]{36}$/;

/** What an address asks to see; what it says wrongly is as if it were not said. */
export function readView(params: Pick<URLSearchParams, "get">): MatrixView {
  const left = (params.get("without") ?? "").split(",");
  const without = evidenceRelations.filter((relation) => left.includes(relation));
  const cell = params.get("cell");
  return {
    scope: oneOf(matrixScopes, params.get("scope")) ?? "class",
    groupId: params.get("group"),
    readingId: params.get("reading"),
    by: params.get("by"),
    without: without.length === evidenceRelations.length ? [] : without,
    show: oneOf(emphases, params.get("show")) ?? null,
    cell: cell && (cell === UNPLACED || CELL.test(cell)) ? cell : null,
  };
}

/** The query of an address that asks to see it; empty for the whole matrix. */
export function writeView(view: MatrixView): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | null) => value && params.set(name, value);
  if (view.scope !== "class") put("scope", view.scope);
  if (view.scope === "group") put("group", view.groupId);
  put("reading", view.readingId);
  put("by", view.by);
  put("without", view.without.join(","));
  put("show", view.show);
  put("cell", view.cell);
  return params.toString().replaceAll("%2C", ",");
}

/** With a relation left out or taken in again; taken in are all rather than none. */
export function toggleRelation(
  without: readonly EvidenceRelation[],
  relation: EvidenceRelation,
): EvidenceRelation[] {
  const next = without.includes(relation)
    ? without.filter((each) => each !== relation)
    : [...without, relation];
  return next.length === evidenceRelations.length ? [] : next;
}

/** Whether anything is hidden by more than whose evidence it is. */
export const isFiltered = (view: MatrixView) =>
  view.readingId !== null || view.by !== null || view.without.length > 0 || view.show !== null;

export const unfiltered = {
  readingId: null,
  by: null,
  without: [],
  show: null,
} satisfies Partial<MatrixView>;
