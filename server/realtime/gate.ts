export type Gate = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Lets at most `most` pieces of work run at once, so that a crowd that comes back leaves the database to others too. */
export function gate(most: number): Gate {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
