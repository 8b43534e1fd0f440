/**
 * Sent at once, online or not: a save that waits for the line would neither be done nor refused, and a page that waits
 * for it says nothing.
 */
export const whetherOnline = { networkMode: "always" } as const;
