interface Placed {
  positionId: string | null;
  dimensionId: string | null;
}

/** Where a piece of evidence stands in the matrix; a draft among one's own. */
export function evidenceHref(
  courseId: string,
  { positionId, dimensionId }: Placed,
  id: string,
  own: boolean,
) {
  const query = new URLSearchParams();
  if (own) query.set("scope", "mine");
  if (positionId && dimensionId) query.set("cell", `${positionId}.${dimensionId}`);
  query.set("piece", id);
  return `/courses/${courseId}/evidence?${query}`;
}
