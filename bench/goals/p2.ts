import { type Opening, open } from "../lib/browser";
import type { Bench, Outcome } from "../lib/goal";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import { readerOf } from "../lib/reader";
import { ms } from "../lib/table";

const FEW = 500;
const MANY = 50_000;

/** Opening the same text with a hundred times as many comments. */
async function run({ product, browser, rounds, say }: Bench): Promise<Outcome> {
  say(`${MANY} comments against ${FEW}`);
  const few = await readerOf(product, await product.course.reading(FEW));
  const many = await readerOf(product, await product.course.reading(MANY));
  await open(browser, few);
  await open(browser, many);
  const measured = await inTurn(
    rounds,
    () => open(browser, few),
    () => open(browser, many),
  );
  const ratio = (of: (opening: Opening) => number) => ratioOf(numbers(measured, of, of), "less");
  const typical = (side: "ours" | "theirs", of: (opening: Opening) => number) =>
    median(measured.flatMap((round) => round[side].map(of)));
  const time = ratio((opening) => opening.painted);
  const nodes = ratio((opening) => opening.nodes);
  return {
    lines: [
      {
        what: "open with 50,000 comments, against 500: time",
        ours: ms(typical("ours", (opening) => opening.painted)),
        theirs: `500: ${ms(typical("theirs", (opening) => opening.painted))}`,
        ratio: time,
        goal: "≤ 1.3",
        met: time.median <= 1.3,
      },
      {
        what: "the same: DOM nodes",
        ours: String(typical("ours", (opening) => opening.nodes)),
        theirs: `500: ${typical("theirs", (opening) => opening.nodes)}`,
        ratio: nodes,
        goal: "≤ 1.1",
        met: nodes.median <= 1.1,
      },
    ],
    rounds: measured,
  };
}

export const p2 = { name: "P2", run };
