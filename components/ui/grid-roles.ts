/**
 * Said aloud although a table says it by itself: on a narrow screen the matrix is turned by its styles, and a table
 * that is laid out as something else loses its roles in some browsers.
 */
export const roles = {
  grid: { role: "grid" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  columnHead: { role: "columnheader" },
  rowHead: { role: "rowheader" },
  cell: { role: "gridcell" },
} as const;
