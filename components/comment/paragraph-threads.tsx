"use client";

import { MessageSquarePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useParagraphThreads } from "@/components/reading/data/use-paragraph-threads";
import { useDesk } from "@/components/reading/desk-state";
import { numberOf, paragraphIdAt } from "@/components/reading/dom-range";
import { focusCard } from "@/components/reading/focus-card";
import type { Head } from "@/components/reading/reader-types";
import { useSeen } from "@/components/reading/use-seen";
import { Blank } from "@/components/ui/blank";
import { noFilter } from "@/domain/comment/filter";
import { ParagraphBar } from "./paragraph-bar";
import { ThreadCard } from "./thread-card";

/** All threads of one paragraph: in the sheet of a narrow screen, or listed beside the text. 0 is the whole reading. */
export function ParagraphThreads({ position }: { position: number }) {
  const t = useTranslations("comment.list");
  const { canPost, write } = useDesk();
  const { heads, hasMore, loadMore, loading, failed, again } = useParagraphThreads(position);
  const paragraphId = paragraphIdAt(position);
  const number = numberOf(paragraphId) ?? 0;
  useSeen(heads);
  useFocusOnHeld(heads);
  return (
    <section className="listing-of" aria-label={t("title", { number })}>
      <ParagraphBar position={position} number={number} />
      {failed ? (
        <Blank title={t("failed")} bad>
          <button type="button" className="btn" onClick={again}>
            {t("again")}
          </button>
        </Blank>
      ) : loading ? (
        <div className="th in-sheet" role="status" aria-label={t("loading")}>
          <i className="bone" />
          <i className="bone" />
          <i className="bone" />
        </div>
      ) : heads.length === 0 ? (
        <Nothing number={number} />
      ) : (
        <ol className="threads">
          {heads.map((head) => (
            <li key={head.root.id}>
              <ThreadCard head={head} top={undefined} inSheet />
            </li>
          ))}
        </ol>
      )}
      <p className="list-acts">
        {hasMore && (
          <button type="button" className="btn" onClick={loadMore}>
            {t("more")}
          </button>
        )}
        {canPost && (
          <button type="button" className="btn" onClick={() => write({ paragraphId, passage: null })}>
            <MessageSquarePlus className="i" aria-hidden />
            {t("comment", { number })}
          </button>
        )}
      </p>
    </section>
  );
}

function Nothing({ number }: { number: number }) {
  const t = useTranslations("comment.list");
  const { filter, setFilter } = useDesk();
  const isFiltered = filter.show !== noFilter.show || filter.person !== null;
  if (!isFiltered) return <Blank title={t("nothing", { number })} />;
  return (
    <Blank title={t("nothingOfThisKind")}>
      <button type="button" className="btn" onClick={() => setFilter(noFilter)}>
        {t("showAll")}
      </button>
    </Blank>
  );
}

/** Gives the focus to the thread that was opened by keys or a link, once its card stands here. */
function useFocusOnHeld(heads: Head[]): void {
  const { held, wantsFocus } = useDesk();
  useEffect(() => {
    if (!held || wantsFocus.current !== held || !heads.some(({ root }) => root.id === held)) return;
    if (focusCard(held)) wantsFocus.current = null;
  }, [heads, held, wantsFocus]);
}
