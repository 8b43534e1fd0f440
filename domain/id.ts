import { z } from "zod";

/** A UUID in canonical form. What a person writes carries a version 7 made in their browser. */
export const id = z.uuid();
export type Id = string;

/** Ids of what people write: UUIDv7, so that a repeated request finds what the first one made. */
export const clientId = z.uuidv7();
