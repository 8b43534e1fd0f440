"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, MouseEvent } from "react";
import { useThread } from "@/components/reading/data/use-thread";
import { useDesk } from "@/components/reading/desk-state";
import { numberOf, positionOf } from "@/components/reading/dom-range";
import type { Head } from "@/components/reading/reader-types";
import { useNarrow } from "@/components/reading/use-narrow";
import { CommentItem } from "./comment-item";
import { OpenThread } from "./open-thread";
import { ResolvedLine } from "./resolved-line";
import { signalLook } from "./signal-mark";
import { ThreadFoot } from "./thread-foot";

interface ThreadCardProps {
  head: Head;
  /** Where it stands in the margin; undefined until it has been measured. */
  top: number | undefined;
  /** Stands in a list of a paragraph's threads, not in the margin. */
  inSheet?: boolean;
}

const isControl = (target: EventTarget) =>
  target instanceof Element && target.closest("a, button, input, select, textarea, label") !== null;

/** A thread: its first comment, and, when it is held, the replies and the place to write one. */
export function ThreadCard({ head, top, inSheet = false }: ThreadCardProps) {
  const t = useTranslations("comment");
  const { held, hold } = useDesk();
  const narrow = useNarrow();
  // Beside the margin a list only leads to the cards in it.
  const isEntry = inSheet && !narrow;
  const isHeld = held === head.root.id && !isEntry;
  const { comments } = useThread(isHeld ? head.root.id : null);
  const root = comments[0] ?? head.root;
  const open = () => hold(root.id, { focus: isEntry });
  const isDone = root.resolved && !isHeld;
  const number = numberOf(root.paragraphId);
  const kinds = [
    "th",
    root.signal && signalLook[root.signal].mark,
    isHeld && "held",
    isDone && "done",
    root.pending && "wait",
    root.audience === "private" && "own",
    root.pinned && "pinned",
    head.unread > 0 && "unread",
    inSheet && "in-sheet",
  ];
  const label = t(root.body === "" && !root.deleted ? "highlightOf" : "by", {
    name: root.author.name || t("someone"),
    number: number ?? 0,
    replies: head.replies,
    unread: head.unread,
  });
  const onOpen = isHeld
    ? {}
    : {
        onClick: (event: MouseEvent) => {
          const isSelecting = window.getSelection()?.isCollapsed === false;
          if (!isControl(event.target) && !isSelecting) open();
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== "Enter" || event.target !== event.currentTarget) return;
          event.preventDefault();
          event.stopPropagation();
          open();
        },
      };
  return (
    <article
      className={kinds.filter(Boolean).join(" ")}
      id={isEntry ? `l-${root.id}` : `t-${root.id}`}
      data-position={positionOf(root.paragraphId)}
      aria-label={label}
      aria-current={isHeld || undefined}
      style={inSheet ? undefined : { top, visibility: top === undefined ? "hidden" : undefined }}
      tabIndex={-1}
      {...onOpen}
    >
      {isDone ? (
        <ResolvedLine root={root} onOpen={open} />
      ) : isHeld ? (
        <OpenThread head={head} root={root} />
      ) : (
        <>
          <CommentItem comment={root} root={root} compact />
          <ThreadFoot head={head} root={root} onOpen={open} />
        </>
      )}
    </article>
  );
}
