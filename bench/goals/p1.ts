import { type Opening, open } from "../lib/browser";
import type { Bench, Line, Outcome, Turns } from "../lib/goal";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import { examine, type Painted, readerOf } from "../lib/reader";
import { ms } from "../lib/table";
import { hypothesisIsPainted, startHypothesis } from "../peers/hypothesis";
import { recogitoIsPainted, startRecogito } from "../peers/recogito";

const COMMENTS = 5_000;
const GOAL = 1 / 15;

const all = (rounds: Turns<Opening, Opening>[], side: "ours" | "theirs") =>
  rounds.flatMap((round) => round[side]);
const painted = (openings: Opening[]) => median(openings.map((opening) => opening.painted));

/** Opening a reading with 5,000 comments until every highlight is painted, against two other annotators. */
async function run({ product, browser, rounds, say }: Bench): Promise<Outcome> {
  const { course } = product;
  const reading = await course.reading(COMMENTS);
  const roots = reading.comments.filter((comment) => comment.parentId === null).length;
  const reader = await readerOf(product, reading);
  const hypothesis = await startHypothesis(course.text, reading.comments);
  const recogito = await startRecogito(course.text, reading.comments);
  const ours = () => open(browser, reader);
  try {
    // The server's first answer prepares what every later one uses; this one also shows that the mark is true.
    const seen: Painted[] = [];
    await open(browser, reader, async (page) => {
      seen.push(await examine(page, reading));
    });
    const [proof] = seen;
    say(`${COMMENTS} comments, ${roots} passages, beside Hypothesis`);
    const withHypothesis = await inTurn(
      rounds,
      () => open(browser, { url: hypothesis.address, isPainted: hypothesisIsPainted(roots) }),
      ours,
    );
    say("the same beside Recogito");
    const withRecogito = await inTurn(
      rounds,
      () => open(browser, { url: recogito.address, isPainted: recogitoIsPainted }),
      ours,
    );
    const time = (rounds: Turns<Opening, Opening>[]) =>
      ratioOf(
        numbers(
          rounds,
          (opening) => opening.painted,
          (opening) => opening.painted,
        ),
        "less",
      );
    const toHypothesis = time(withHypothesis);
    const toRecogito = time(withRecogito);
    const longest = (openings: Opening[]) => Math.max(...openings.map((opening) => opening.longestTask));
    const count = (openings: Opening[]) => median(openings.map((opening) => opening.longTasks));
    const mine = all(withHypothesis, "ours");
    const theirs = all(withHypothesis, "theirs");
    const lines: Line[] = [
      {
        what: "open 500 paragraphs, 5,000 comments, until painted",
        ours: ms(painted(mine)),
        theirs: `Hypothesis ${ms(painted(theirs))}`,
        ratio: toHypothesis,
        goal: "≤ 1/15",
        met: toHypothesis.median <= GOAL,
      },
      {
        what: "the same; Recogito draws only what is on the screen",
        ours: ms(painted(all(withRecogito, "ours"))),
        theirs: `Recogito ${ms(painted(all(withRecogito, "theirs")))}`,
        ratio: toRecogito,
        goal: "–",
        met: null,
      },
      {
        what: "longest task while opening (how many over 50 ms)",
        ours: `${ms(longest(mine))} (${count(mine)})`,
        theirs: `Hypothesis ${ms(longest(theirs))} (${count(theirs)})`,
        ratio: null,
        goal: "none over 50 ms",
        met: longest(mine) <= 50,
      },
      {
        what: "painted is what was marked, and it can be clicked",
        ours: proof
          ? `${((100 * proof.painted) / proof.marked).toFixed(1)} % of ${proof.marked} characters`
          : "",
        theirs: proof?.clicked ? `a click opens a thread in ${ms(proof.clicked)}` : "a click opened nothing",
        ratio: null,
        goal: "100 %, yes",
        met: proof !== undefined && proof.painted === proof.marked && proof.clicked !== null,
      },
    ];
    return { lines, rounds: { comments: COMMENTS, roots, proof, withHypothesis, withRecogito } };
  } finally {
    await hypothesis.stop();
    await recogito.stop();
  }
}

export const p1 = { name: "P1", run };
