"use client";

import { useTranslations } from "next-intl";
import { SignalMark } from "@/components/comment/signal-mark";
import { Moment } from "@/components/ui/moment";
import { signals } from "@/domain/comment/comment";
import { passesFilter } from "@/domain/comment/thread";
import { useDesk } from "./desk-state";

/** Contents with their talk, and which threads to show. */
export function Rail() {
  const t = useTranslations("reader");
  const { page, threads, talk, filter, setFilter, write, canPost } = useDesk();
  const { discussion } = page;
  const count = (which: typeof filter) => threads.filter((thread) => passesFilter(thread, which)).length;
  return (
    <aside className="rail" aria-label={t("contents")}>
      <section className="due">
        <p className="due-h">
          <span className="label">{t("due")}</span>
          <Moment at={discussion.dueAt} timeZone={page.timeZone} />
        </p>
        <p className="due-t">
          <span>{t("yours", { count: discussion.ownComments })}</span>
          {canPost && (
            <button
              type="button"
              className="link"
              onClick={() => write({ paragraphId: null, passage: null })}
            >
              {t("commentOnReading")}
            </button>
          )}
        </p>
      </section>
      <nav className="spine" aria-label={t("contents")}>
        <div className="spine-h">
          <span className="label">{t("contents")}</span>
          <span className="label">{t("talk")}</span>
        </div>
        <div className="spine-list">
          {page.paragraphs.map((paragraph) =>
            paragraph.kind === "heading" ? (
              <a className="sp-h" href={`#p-${paragraph.id}`} key={paragraph.id}>
                {paragraph.text}
              </a>
            ) : (
              <Miniature key={paragraph.id} paragraph={paragraph} talk={talk.get(paragraph.id) ?? 0} />
            ),
          )}
        </div>
      </nav>
      <section className="filters" aria-label={t("show")}>
        <div className="spine-h">
          <span className="label">{t("show")}</span>
        </div>
        <ul>
          {(["all", "mine"] as const).map((which) => (
            <li key={which}>
              <button type="button" aria-pressed={filter === which} onClick={() => setFilter(which)}>
                <span className="fl">{t(`filter.${which}`)}</span>
                <span className="n">{count(which)}</span>
              </button>
            </li>
          ))}
        </ul>
        <ul className="sigs">
          {signals.map((signal) => (
            <li key={signal}>
              <button
                type="button"
                aria-pressed={filter === signal}
                onClick={() => setFilter(filter === signal ? "all" : signal)}
              >
                <SignalMark signal={signal} line />
                <span className="n">{count(signal)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}

interface MiniatureProps {
  paragraph: { id: string; number: number | null; text: string };
  talk: number;
}

/** Characters in a line of the miniature. */
const LINE = 120;

function Miniature({ paragraph, talk }: MiniatureProps) {
  const t = useTranslations("reader");
  const lines = Math.max(1, Math.min(8, Math.round(paragraph.text.length / LINE)));
  const heat = Math.min(lines, Math.ceil(talk / 3));
  return (
    <a
      className="sp"
      href={`#p-${paragraph.id}`}
      aria-label={t("spoken", {
        name: paragraph.number === null ? t("caption") : t("paragraph", { number: paragraph.number }),
        count: talk,
      })}
    >
      <span className="no">{paragraph.number}</span>
      <span className="mini">
        {Array.from({ length: lines }, (_, line) => `${paragraph.id} ${line}`).map((line, index) => (
          <i key={line}>
            {index < heat && <b style={{ left: 0, width: `${Math.min(100, 20 + talk * 6)}%` }} />}
          </i>
        ))}
      </span>
      <span className="who" />
      <span className={talk > 8 ? "ct h3" : talk > 3 ? "ct h2" : "ct"}>{talk > 0 ? talk : ""}</span>
    </a>
  );
}
