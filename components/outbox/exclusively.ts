/** A tab that the system put to sleep while it was sending may hold the others up for this long (ms). */
const PATIENCE = 30_000;

/**
 * Does the work in one tab at a time. Where the browser has no locks every tab does it: what is sent twice is one
 * thing to the server.
 */
export async function exclusively(name: string, work: () => Promise<void>): Promise<void> {
  const { locks } = navigator as { locks?: LockManager };
  if (!locks) return work();
  let isGranted = false;
  const granted = async () => {
    isGranted = true;
    await work();
  };
  const patience = AbortSignal.timeout(PATIENCE);
  try {
    await locks.request(name, { signal: patience }, granted);
  } catch (error) {
    // Another tab took it over in turn, while the work here goes on to its end.
    if (isGranted && error instanceof DOMException) return;
    if (isGranted || !patience.aborted) throw error;
    if (document.visibilityState === "visible") await locks.request(name, { steal: true }, work);
  }
}
