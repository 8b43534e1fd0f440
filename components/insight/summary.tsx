import { useFormatter, useTranslations } from "next-intl";
import { useLaneNames } from "@/components/stance/flow-names";
import type { FlowPage } from "@/components/stance/shapes";
import type { Coverage } from "./coverage";
import type { MoveSummary } from "./journey-steps";
import type { EvidencePage, UnansweredPrompt } from "./shapes";
import { oldestFirst, waitedSince } from "./waiting";

interface SummaryProps {
  moves: MoveSummary;
  flow: FlowPage;
  page: EvidencePage;
  coverage: Coverage;
  unanswered: readonly UnansweredPrompt[];
  now: Date;
}

/** The page in a few sentences, each leading to the part that it is drawn from. */
export function Summary({ moves, flow, page, coverage, unanswered, now }: SummaryProps) {
  const t = useTranslations("insight.summary");
  const format = useFormatter();
  const lanes = useLaneNames(flow);
  const [contested] = coverage.contested;
  const position = page.positions.find(({ id }) => id === contested?.positionId);
  const dimension = page.dimensions.find(({ id }) => id === contested?.dimensionId);
  const waiting = oldestFirst(unanswered);
  const count = waiting.reduce((sum, { answers }) => sum + answers.length, 0);
  const longest = waiting[0]?.answers[0];
  const part = (id: string) => (words: React.ReactNode) => <a href={`#${id}`}>{words}</a>;
  const waited = longest && waitedSince(longest.submittedAt, now);
  return (
    <p className="sum-up read">
      {moves.stated > 0 &&
        t.rich(moves.moved > 0 ? "moved" : "still", {
          a: part("stances"),
          moved: moves.moved,
          stated: moves.stated,
          each: moves.toEach,
          places: moves.to.length,
          to: format.list(moves.to.map(lanes.name)),
        })}{" "}
      {position &&
        dimension &&
        contested &&
        t.rich("contested", {
          a: part("coverage"),
          position: position.name,
          dimension: dimension.name,
          supports: contested.tally.supports,
          challenges: contested.tally.challenges,
        })}{" "}
      {waited
        ? t.rich(`waiting.${waited.unit}`, { a: part("unanswered"), count, waited: waited.count })
        : t("nobodyWaits")}
    </p>
  );
}
