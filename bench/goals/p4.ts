import type { Carried, Standing } from "@/domain/anchor/carry";
import { type MadeAnchor, makeAnchors } from "../data/anchors";
import { type EditedParagraph, editedText, type Truth, truthOf } from "../data/edits";
import { Prose } from "../data/prose";
import { Random } from "../data/random";
import type { Text } from "../data/text";
import type { Bench, Line, Outcome } from "../lib/goal";
import { inTurn, median, numbers, ratioOf } from "../lib/measure";
import { ms } from "../lib/table";
import { Worker } from "../lib/worker";
import { type Anchored, startAnchoring } from "../peers/hypothesis-anchoring";
import type { CarryQuestions } from "../workers/carry";
import { moveLines } from "./p4-move";

const ANCHORS = 5_000;
const GOAL = 1 / 25;
/** Other edits in each round. */
const SEED = 47;

interface Tally {
  /** Said to be found in the same words. */
  sound: number;
  /** Of those: not in a paragraph that any of their words went to. */
  wrongParagraph: number;
  /** Of those: with other words than it stood on. */
  otherWords: number;
  /** Of those: not where its own words went, though in a right paragraph. */
  otherPlace: number;
  /** Passages of which every word still stands as it stood, and how many of them were found. */
  intact: number;
  intactFound: number;
}

interface Found {
  paragraphId: string | undefined;
  /** Null where the whole paragraph is meant, or the place is not told. */
  start: number | null;
  words: string;
}

/** Holds what was said to be found against what was done to the text. */
function tallyOf(
  text: Text,
  anchors: readonly MadeAnchor[],
  truth: (anchor: MadeAnchor) => Truth,
  found: readonly (Found | null)[],
): Tally {
  const tally = { sound: 0, wrongParagraph: 0, otherWords: 0, otherPlace: 0, intact: 0, intactFound: 0 };
  for (const [index, anchor] of anchors.entries()) {
    const { paragraphs, whole } = truth(anchor);
    const place = found[index];
    if (whole) tally.intact++;
    if (!place) continue;
    tally.sound++;
    const words = text.paragraphs[anchor.paragraph]?.text.slice(anchor.start, anchor.end);
    const isThere = whole !== null && whole.paragraphId === place.paragraphId;
    if (!paragraphs.has(place.paragraphId ?? "")) tally.wrongParagraph++;
    else if (place.start !== null && !(isThere && whole.start === place.start)) tally.otherPlace++;
    if (place.words !== words) tally.otherWords++;
    else if (isThere) tally.intactFound++;
  }
  return tally;
}

/** What ours calls sound. */
function oursFound(after: readonly EditedParagraph[], carried: readonly Carried[]): (Found | null)[] {
  const texts = new Map(after.map(({ id, text }) => [id, text]));
  return carried.map((each) => {
    if (each.state !== "sound") return null;
    const { paragraphId, start, end } = each;
    return { paragraphId, start, words: texts.get(paragraphId)?.slice(start ?? 0, end ?? undefined) ?? "" };
  });
}

/** What the peer anchors; it does not tell its users which of it stands on other words. */
const theirsFound = (after: readonly EditedParagraph[], anchored: readonly Anchored[]): (Found | null)[] =>
  anchored.map((each) => each && { paragraphId: after[each.paragraph]?.id, start: null, words: each.words });

const added = (tallies: Tally[], of: keyof Tally) => tallies.reduce((sum, tally) => sum + tally[of], 0);
const percent = (tallies: Tally[]) =>
  `${((100 * added(tallies, "intactFound")) / added(tallies, "intact")).toFixed(2)} %`;

/** Carrying anchors to an edited version of their text, against Hypothesis' anchoring of the same in the edited page. */
async function run(bench: Bench): Promise<Outcome> {
  const { browser, product, rounds, say } = bench;
  const { text } = product.course;
  const measured: { theirs: number[]; ours: number[] }[] = [];
  const ours: Tally[] = [];
  const theirs: Tally[] = [];
  const worker = new URL("../workers/carry.ts", import.meta.url);
  for (let round = 0; round < rounds; round++) {
    const random = new Random(SEED + round);
    const after = editedText(text, new Prose(random), random, new Date());
    const anchors = makeAnchors(text, ANCHORS, random);
    const truth = truthOf(after);
    const truthFor = ({ paragraph, start, end }: MadeAnchor) => truth(paragraph, start, end);
    say(`${ANCHORS} anchors, ${text.paragraphs.length} paragraphs that become ${after.length}`);
    const standing: Standing[] = anchors.map(({ paragraph, start, end, isWhole }) => ({
      paragraphId: text.paragraphs[paragraph]?.id ?? "",
      start: isWhole ? null : start,
      end: isWhole ? null : end,
    }));
    const edited: Text = { title: text.title, paragraphs: after.map(({ id, text }) => ({ id, text })) };
    const peer = await startAnchoring(browser, text, edited, anchors);
    try {
      const [turns] = await inTurn(1, peer.run, async () => {
        // Like the page, newly opened: nothing is compiled yet that runs only here.
        const carrying = new Worker<CarryQuestions>(worker);
        const paragraphs = { before: text.paragraphs, after: edited.paragraphs };
        return carrying.ask("carry", { ...paragraphs, standing }).finally(() => carrying.stop());
      });
      if (!turns) continue;
      const [times] = numbers(
        [turns],
        ({ time }) => time,
        ({ time }) => time,
      );
      if (times) measured.push(times);
      const [carried] = turns.ours;
      const [anchored] = turns.theirs;
      ours.push(tallyOf(text, anchors, truthFor, oursFound(after, carried?.carried ?? [])));
      theirs.push(tallyOf(text, anchors, truthFor, theirsFound(after, anchored?.anchored ?? [])));
    } finally {
      await peer.stop();
    }
  }
  const ratio = ratioOf(measured, "less");
  const typical = (side: "ours" | "theirs") => ms(median(measured.flatMap((round) => round[side])));
  const all = ANCHORS * measured.length;
  const wrong = added(ours, "wrongParagraph") + added(ours, "otherWords");
  const lines: Line[] = [
    {
      what: "carry 5,000 anchors to an edited version of 500 paragraphs",
      ours: typical("ours"),
      theirs: `Hypothesis' anchoring ${typical("theirs")}`,
      ratio,
      goal: "≤ 1/25",
      met: ratio.median <= GOAL,
    },
    {
      what: `of ${all.toLocaleString("en")}: unmarked in a wrong paragraph, or on other words`,
      ours: `${added(ours, "wrongParagraph")}, ${added(ours, "otherWords")}`,
      theirs: `Hypothesis: ${added(theirs, "wrongParagraph")}, ${added(theirs, "otherWords")}`,
      ratio: null,
      goal: "0, 0",
      met: wrong === 0 && added(ours, "sound") > 0,
    },
    {
      what: "of those whose words all still stand as they stood: found there",
      ours: percent(ours),
      theirs: `Hypothesis ${percent(theirs)}`,
      ratio: null,
      goal: "–",
      met: null,
    },
    ...(await moveLines(bench)),
  ];
  return { lines, rounds: { anchors: ANCHORS, measured, ours, theirs } };
}

export const p4 = { name: "P4", run };
