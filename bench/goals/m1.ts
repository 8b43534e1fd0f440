import { type Opening, open } from "../lib/browser";
import type { Bench, Line, Outcome } from "../lib/goal";
import { FEW, MANY, type MatrixPage, matrixPage } from "../lib/matrix";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import { kb, ms } from "../lib/table";
import { trafficOf } from "../lib/traffic";
import { Worker } from "../lib/worker";
import type { MatrixQuestions } from "../workers/matrix";

const GOAL = 1.3;

/** Opening the matrix of evidence with a hundred times as many pieces. */
async function run({ product, browser, rounds, say }: Bench): Promise<Outcome> {
  const few = await matrixPage(product, FEW);
  const many = await matrixPage(product, MANY);
  const worker = new Worker<MatrixQuestions>(new URL("../workers/matrix.ts", import.meta.url), product.env);
  const statements = ({ matrix }: MatrixPage) => {
    const [positionId = "", dimensionId = ""] = matrix.fullest.split(".");
    const { courseId, reader } = matrix;
    return worker.ask("statements", { courseId, userId: reader.userId, positionId, dimensionId });
  };
  try {
    await statements(few);
    const asked = { few: await statements(few), many: await statements(many) };
    say(`the matrix with ${MANY} pieces of evidence against ${FEW}`);
    await open(browser, few);
    await open(browser, many);
    const measured = await inTurn(
      rounds,
      () => open(browser, few),
      () => open(browser, many),
    );
    const typical = (side: "ours" | "theirs", of: (opening: Opening) => number) =>
      median(measured.flatMap((round) => round[side].map(of)));
    const ratio = (of: (opening: Opening) => number) => ratioOf(numbers(measured, of, of), "less");
    const compared = (what: string, of: (opening: Opening) => number, show: (value: number) => string) => ({
      what,
      ours: show(typical("ours", of)),
      theirs: `${FEW}: ${show(typical("theirs", of))}`,
      ratio: ratio(of),
    });
    const bytes = async ({ url, cookie }: MatrixPage) => {
      const traffic = await trafficOf(browser, url, cookie);
      return [...traffic.document, ...traffic.data].reduce((sum, request) => sum + request.bytes, 0);
    };
    const sent = { few: await bytes(few), many: await bytes(many) };
    const grown = sent.many / sent.few;
    const time = compared(
      "open the matrix with 2,000 pieces of evidence, until its cells answer to keys",
      (one) => one.painted,
      ms,
    );
    const lines: Line[] = [
      {
        what: "statements for the matrix with 2,000 pieces of evidence, and for a cell with 200",
        ours: `${asked.many.page}, ${asked.many.cell}`,
        theirs: `${FEW}: ${asked.few.page}, and for a cell with 2: ${asked.few.cell}`,
        ratio: null,
        goal: "the same",
        met: asked.many.page === asked.few.page && asked.many.cell === asked.few.cell,
      },
      { ...time, goal: "≤ 1.3", met: time.ratio.median <= GOAL },
      { ...compared("the same: first byte", (one) => one.firstByte, ms), goal: "–", met: null },
      { ...compared("the same: DOM nodes", (one) => one.nodes, String), goal: "–", met: null },
      {
        what: "the same: page and data as sent",
        ours: kb(sent.many),
        theirs: `${FEW}: ${kb(sent.few)}; ${((sent.many - sent.few) / (MANY - FEW)).toFixed(1)} bytes a piece`,
        ratio: { median: grown, worst: grown, all: [grown] },
        goal: "–",
        met: null,
      },
    ];
    return { lines, rounds: { asked, sent, measured } };
  } finally {
    worker.stop();
  }
}

export const m1 = { name: "M1", run };
