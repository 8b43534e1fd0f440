"use client";

import { createContext, useContext } from "react";
import type { ThreadFilter } from "@/domain/comment/thread";
import type { Comment, CommentThread, Place, ReadingPage } from "./reader-types";

/** What the parts of the reader share. */
export interface Desk {
  courseId: string;
  page: ReadingPage;
  me: { id: string; name: string };
  staff: boolean;
  canPost: boolean;
  comments: Comment[];
  /** All threads in the order of the text, and those that pass the filter. */
  threads: CommentThread[];
  shown: CommentThread[];
  /** Comments by paragraph id. */
  talk: Map<string, number>;
  filter: ThreadFilter;
  setFilter: (filter: ThreadFilter) => void;
  /** The thread that is open. */
  held: string | null;
  hold: (threadId: string | null) => void;
  /** Where a comment is being written. */
  writing: Place | null;
  write: (place: Place | null) => void;
  /** The paragraph whose threads a narrow screen shows. */
  sheet: string | null;
  openParagraph: (paragraphId: string) => void;
  /** Closes what is open beside the text and goes back to the paragraph. */
  backToText: () => void;
  announce: (words: string) => void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk stands outside a reader");
  return desk;
}
