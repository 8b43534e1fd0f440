import { z } from "zod";

/** Days from the moment of the first start; negative is before it. Fractions are hours. */
export const day = z.number().gte(-60).lte(60);
export const key = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);
export const prose = z.string().trim().min(1);

/** A block's number is its place in `paragraphs`, counted from 1, headings included. */
export const blockNumber = z.number().int().positive();
