"use client";

import { createContext, type RefObject, useContext } from "react";
import type { Signal } from "@/domain/comment/comment";
import type { ThreadFilter } from "@/domain/comment/filter";
import type { Gathering } from "./evidence/gathering";
import type { Comment, Place, ReaderPage } from "./reader-types";

/** What may be done with a comment, as the policy names it. */
export type CommentAction =
  | "comment.reply"
  | "comment.edit"
  | "comment.delete"
  | "comment.react"
  | "comment.resolve"
  | "comment.pin"
  | "comment.answer"
  | "comment.history";

/** What the parts of the reader share. Paragraphs go by their position in the text; 0 is the whole reading. */
export interface Desk {
  courseId: string;
  page: ReaderPage;
  /** `key` is the voice this person has here: what a comment's author is compared with. */
  me: { id: string; name: string; key: string };
  staff: boolean;
  canPost: boolean;
  may: (action: CommentAction, comment: Comment) => boolean;
  filter: ThreadFilter;
  setFilter: (filter: ThreadFilter) => void;
  /** The thread that is open. */
  held: string | null;
  /**
   * Opens a thread, or with null closes it; with `focus` the thread's card takes the focus. Without `position`, its
   * paragraph's, a narrow screen opens it only in the sheet that is up already.
   */
  hold: (threadId: string | null, options?: { focus?: boolean; position?: number }) => void;
  /** The thread whose card is to take the focus as soon as it stands. */
  wantsFocus: RefObject<string | null>;
  /** Opens a thread that may stand anywhere: the text goes there. */
  goToThread: (threadId: string, position: number) => void;
  /** Puts the focus on a paragraph, and it in view. */
  goToParagraph: (position: number) => void;
  /** The thread in which this person is writing a reply; others see that they do. */
  typing: string | null;
  setTyping: (threadId: string | null) => void;
  /** Where a comment is being written, and with which signal it begins. */
  writing: (Place & { signal?: Signal | null }) | null;
  write: (place: (Place & { signal?: Signal | null }) | null) => void;
  /** The paragraph whose threads are listed in full: the sheet of a narrow screen, a panel on a wide one. */
  sheet: number | null;
  openParagraph: (position: number) => void;
  /** The paragraph of which it is shown where it is cited. */
  citedAt: number | null;
  openCited: (position: number) => void;
  /** The evidence being made of a passage. */
  gathering: Gathering | null;
  gather: (gathering: Gathering | null) => void;
  /** Closes what is open beside the text and goes back to the paragraph. */
  backToText: () => void;
  /** Says something to whoever listens. */
  announce: (words: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk stands outside a reader");
  return desk;
}
