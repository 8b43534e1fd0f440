/** Whoever comes back from another tab this soon finds everything as it was. Milliseconds. */
const LINGER = 10_000;

/**
 * Does something while the page is in sight: a browser has few connections to one server, and a row of tabs that each
 * held one would leave none for what is to be sent.
 * @param begin gives what ends it
 * @returns ends it for good
 */
export function whileInSight(begin: () => () => void): () => void {
  let end: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = () => {
    end?.();
    end = null;
  };
  const look = () => {
    clearTimeout(timer);
    if (document.visibilityState === "visible") end ??= begin();
    else timer = setTimeout(leave, LINGER);
  };
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    clearTimeout(timer);
    leave();
  };
}
