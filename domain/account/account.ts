import { z } from "zod";
import { lineOfText } from "@/domain/text";

/** Compared without regard to case, as mail servers do in practice. */
export const email = z
  .string()
  .max(254)
  .transform((text) => text.trim().toLowerCase())
  .pipe(z.email());

/** NIST SP 800-63B: length counts, composition rules do not. The upper bound keeps hashing cheap. */
export const password = z.string().min(10).max(200);

export const personName = lineOfText(120);

export const newAccount = z.object({ email, name: personName, password });

export const passwordChange = z.object({ current: z.string().max(200), next: password });
