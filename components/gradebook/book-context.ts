"use client";

import { createContext, useContext } from "react";
import type { Gradebook } from "./shapes";

export interface BookDesk {
  book: Gradebook;
  courseId: string;
  /** Whose marks these are: what is kept on the device is theirs. */
  meId: string;
  timeZone: string;
  /** Instructors release and weigh; assistants grade. */
  isInstructor: boolean;
}

const Context = createContext<BookDesk | null>(null);
export const BookProvider = Context.Provider;

export function useBook(): BookDesk {
  const desk = useContext(Context);
  if (!desk) throw new Error("outside of the gradebook");
  return desk;
}
