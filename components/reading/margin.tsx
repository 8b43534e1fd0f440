"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useRef } from "react";
import { NewComment } from "@/components/comment/new-comment";
import { ParagraphThreads } from "@/components/comment/paragraph-threads";
import { ThreadCard } from "@/components/comment/thread-card";
import { CitedList } from "./cited/cited-list";
import { useHeads } from "./data/use-heads";
import { useThread } from "./data/use-thread";
import { useDesk } from "./desk-state";
import { numberOf, paragraphIdAt, positionOf } from "./dom-range";
import { useNear } from "./in-view";
import { HeadsFailed, MarginNotes } from "./margin-notes";
import { type Head, type Place, placeOf } from "./reader-types";
import { useHeldCard } from "./use-held-card";
import { byPlace, type MarginCard, useMarginLayout } from "./use-margin-layout";
import { useNarrow } from "./use-narrow";
import { useSeen } from "./use-seen";

/** The card of the comment being written has no thread yet. */
const NEW = "new";

const keyOf = (place: Place) =>
  [place.paragraphId, place.passage?.start, place.passage?.end, place.spans?.length].join(" ");

/** The threads, each at the height of its passage; on a narrow screen those of one paragraph, in a sheet. */
export function Margin() {
  const t = useTranslations("reader");
  const narrow = useNarrow();
  const { sheet, writing, citedAt } = useDesk();
  if (narrow) {
    const isOpen = sheet !== null || writing !== null || citedAt !== null;
    return (
      <aside className="margin" aria-label={t("threads")} hidden={!isOpen}>
        {writing ? (
          <NewComment key={keyOf(writing)} place={writing} top={0} inSheet />
        ) : citedAt !== null ? (
          <CitedList key={citedAt} position={citedAt} />
        ) : (
          sheet !== null && <ParagraphThreads key={sheet} position={sheet} />
        )}
      </aside>
    );
  }
  return <WideMargin />;
}

function WideMargin() {
  const t = useTranslations("reader");
  const { held, writing, sheet, citedAt } = useDesk();
  const element = useRef<HTMLElement>(null);
  const near = useNear();
  // The whole reading's own threads stand at the head of the text.
  const positions = useMemo(() => (near[0] === 1 || near.length === 0 ? [0, ...near] : near), [near]);
  const { heads, more, loading, failed, again } = useHeads(positions);
  // Many cards at once are drawn a few at a time, so that the page goes on answering.
  const shown = useDeferredValue(useWithHeld(heads, positions));

  const cards = useMemo(() => {
    const all: MarginCard[] = shown.map(({ root }) => ({
      id: root.id,
      position: positionOf(root.paragraphId),
      place: placeOf(root),
    }));
    if (writing) all.push({ id: NEW, position: positionOf(writing.paragraphId), place: writing });
    for (const position of positions.filter((one) => more[one])) {
      const paragraphId = paragraphIdAt(position);
      // Past every passage of its paragraph.
      const end = { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER, quote: "" };
      if (more[position])
        all.push({ id: `more-${position}`, position, place: { paragraphId, passage: end } });
    }
    return all.sort(byPlace);
  }, [shown, writing, more, positions]);
  const places = useMarginLayout(element, cards, writing ? NEW : held);
  useHeldCard(cards, places);
  useSeen(shown);

  return (
    <aside className="margin" ref={element} aria-label={t("threads")}>
      {failed ? <HeadsFailed again={again} /> : cards.length === 0 && !loading && <MarginNotes />}
      {cards.map(({ id, position }) => {
        const head = shown.find((candidate) => candidate.root.id === id);
        if (head) return <ThreadCard key={id} head={head} top={places.get(id)} />;
        if (id === NEW && writing)
          return <NewComment key={`${NEW} ${keyOf(writing)}`} place={writing} top={places.get(id)} />;
        return <MoreThreads key={id} position={position} count={more[position] ?? 0} top={places.get(id)} />;
      })}
      {sheet !== null && (
        <div className="listing">
          <ParagraphThreads key={sheet} position={sheet} />
        </div>
      )}
      {citedAt !== null && (
        <div className="listing">
          <CitedList key={citedAt} position={citedAt} />
        </div>
      )}
    </aside>
  );
}

/** The heads of these paragraphs, and the thread that is held wherever it stands: a link may have named it. */
function useWithHeld(heads: Head[], positions: number[]): Head[] {
  const { held } = useDesk();
  const isThere = heads.some(({ root }) => root.id === held);
  const { comments } = useThread(held && !isThere ? held : null);
  return useMemo(() => {
    const inReach = new Set(positions);
    const near = heads.filter(
      ({ root }) => inReach.has(positionOf(root.paragraphId)) || root.id === held || root.pending,
    );
    const [root, ...replies] = comments;
    if (isThere || !root || root.id !== held) return near;
    return [...near, { root, replies: replies.filter((reply) => !reply.deleted).length, unread: 0 }];
  }, [heads, comments, held, isThere, positions]);
}

interface MoreThreadsProps {
  position: number;
  count: number;
  top: number | undefined;
}

/** Stands below the threads of a paragraph that has more than the margin can hold beside it. */
function MoreThreads({ position, count, top }: MoreThreadsProps) {
  const t = useTranslations("reader");
  const { openParagraph } = useDesk();
  const number = numberOf(paragraphIdAt(position));
  const name = number === null ? t("wholeReading") : t("paragraph", { number });
  return (
    <div
      className="th more-threads"
      id={`t-more-${position}`}
      style={{ top, visibility: top === undefined ? "hidden" : undefined }}
    >
      <button type="button" onClick={() => openParagraph(position)}>
        {t("moreThreads", { count, name })}
      </button>
    </div>
  );
}
