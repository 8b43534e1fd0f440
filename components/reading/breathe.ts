interface Scheduler {
  yield?: () => Promise<void>;
}

/** Lets the page answer to whoever uses it, and goes on as soon as it has. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as typeof globalThis & { scheduler?: Scheduler };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    // Timers in a row are held up for some milliseconds each; messages are not.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
