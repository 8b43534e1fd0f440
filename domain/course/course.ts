import { z } from "zod";
import { lineOfText, optionalText } from "@/domain/text";

/** An IANA zone that this runtime knows. */
export const timeZone = z.string().refine(
  (zone) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  },
  { message: "unknown-time-zone" },
);

/** Typed from a blackboard: case and the spaces around it do not matter. */
export const joinCode = z
  .string()
  .max(40)
  .transform((code) =>
    code
      .replace(/\p{Cc}/gu, "")
      .trim()
      .toUpperCase(),
  )
  .pipe(z.string().min(4));

/** No letters or digits that look alike. */
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

/** A code of two groups of four. `random` gives the bytes: eight of them, 31^8 codes. */
export function codeFrom(random: Uint8Array): string {
  const letters = Array.from(random.slice(0, 8), (byte) => LETTERS.charAt(byte % LETTERS.length));
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

export const courseDetails = z.object({
  title: lineOfText(200),
  subtitle: optionalText(400),
  term: optionalText(80),
  timeZone,
});
export type CourseDetails = z.infer<typeof courseDetails>;
