import { v7 } from "uuid";

/** The id of something a person is about to write: sending it twice makes one of it. */
export const newId = (): string => v7();
