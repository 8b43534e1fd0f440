import type { z } from "zod";

const prefix = "glossa.last.";

/** What this device remembers under a key; null for nothing, or for what is not of that shape. */
export function recall<Value>(key: string, shape: z.ZodType<Value>): Value | null {
  try {
    const found = window.localStorage.getItem(prefix + key);
    return found === null ? null : (shape.safeParse(JSON.parse(found)).data ?? null);
  } catch {
    return null;
  }
}

/** Remembers it on this device, or with null forgets it. Where nothing can be kept, nothing is. */
export function remember(key: string, value: unknown): void {
  try {
    if (value === null) window.localStorage.removeItem(prefix + key);
    else window.localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // A convenience: the page does without.
  }
}
