/** Kept beside the transactions, not in them: Prisma's transaction object is not ours to extend. */
const waiting = new WeakMap<object, (() => void)[]>();

/** From now on `afterCommit` takes what is to be done once `tx` has been committed. */
export function openAfterCommit(tx: object): void {
  waiting.set(tx, []);
}

/**
 * Runs `act` once `tx` is committed, and never when it is rolled back. In a transaction that was not begun with
 * `transaction` it does nothing: what is told after a commit is a hint, never the news itself.
 */
export function afterCommit(tx: object, act: () => void): void {
  waiting.get(tx)?.push(act);
}

export function runAfterCommit(tx: object): void {
  for (const act of waiting.get(tx) ?? []) act();
}
