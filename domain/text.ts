import { z } from "zod";

/**
 * Control characters other than tab and line feed: nobody means them, and PostgreSQL refuses NUL. In JSON it refuses
 * half a surrogate pair as well.
 */
const CONTROL = /[\p{Cc}]/gu;

/** What somebody typed, as it is kept: without spaces around it, line breaks and accents of one kind. */
export const tidy = (text: string) =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(CONTROL, (unit) => (unit === "\n" || unit === "\t" ? unit : ""))
    .toWellFormed()
    .normalize("NFC")
    .trim();

/** Text a person wrote: tidied, not empty, at most `most` UTF-16 units. */
export const writtenText = (most: number) =>
  z
    .string()
    .max(most)
    .transform(tidy)
    .pipe(z.string().min(1, { message: "empty" }));

/** The same where nothing is a fair answer. */
export const optionalText = (most: number) => z.string().max(most).transform(tidy);

/** One line: line breaks and tabs become spaces. */
export const lineOfText = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => tidy(text).replace(/\s+/g, " "))
    .pipe(z.string().min(1, { message: "empty" }));
