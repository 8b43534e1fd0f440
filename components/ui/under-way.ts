/** Links whose page is on its way. */
let count = 0;
const watchers = new Set<() => void>();

function change(by: number): void {
  count += by;
  for (const watcher of watchers) watcher();
}

/** Says that a page is on its way, until the returned function is called. */
export function setOut(): () => void {
  change(1);
  return () => change(-1);
}

export const isUnderWay = (): boolean => count > 0;

export function watchWay(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}
