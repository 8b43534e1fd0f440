/** `Europe/Zurich` is said as people say it: by its city. */
export const cityOf = (timeZone: string): string =>
  timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
