/** A seeded source of numbers (mulberry32): the same seed makes the same data on every machine. */
export class Random {
  constructor(private state: number) {}

  /** From 0 up to, but not, 1. */
  unit(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    return this.at(items, Math.floor(this.unit() * items.length));
  }

  /** Skewed to the front, as words are in a language and comments on a text: item k has a weight of 1/(k + shift). */
  skewed<Item>(items: readonly Item[], shift = 3): Item {
    const span = Math.log((items.length + shift) / shift);
    return this.at(items, Math.floor(shift * Math.exp(this.unit() * span) - shift));
  }

  private at<Item>(items: readonly Item[], index: number): Item {
    const item = items[Math.min(index, items.length - 1)];
    if (item === undefined) throw new Error("Nothing to pick from.");
    return item;
  }

  /** The same items in another order. */
  shuffled<Item>(items: readonly Item[]): Item[] {
    return items
      .map((item) => ({ item, rank: this.unit() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ item }) => item);
  }
}
