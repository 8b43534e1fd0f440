import { type MadeMatrix, makeMatrix } from "../data/matrix";
import type { Product } from "./product";

export const FEW = 20;
export const MANY = 2_000;

export interface MatrixPage {
  matrix: MadeMatrix;
  url: string;
  cookie: string;
  /** Every cell is drawn and answers to keys: React has taken it over. */
  isPainted: string;
}

const isPainted = `(() => {
  const cells = document.querySelectorAll(".ev-matrix [data-cell]");
  return cells.length === 40 && Object.keys(cells[39]).some((key) => key.startsWith("__reactProps"));
})()`;

/** The page with the matrix, in a course of its own with so many pieces of evidence. */
export async function matrixPage(product: Product, pieces: number): Promise<MatrixPage> {
  const matrix = await makeMatrix(product.db, product.course.text, pieces, 3);
  const url = `${product.address}/courses/${matrix.courseId}/evidence`;
  return { matrix, url, cookie: await product.cookie(matrix.reader), isPainted };
}
