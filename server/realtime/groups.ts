/** Things by a key they share; a key without things takes no room. */
export class Groups<Key, Thing> {
  private readonly sets = new Map<Key, Set<Thing>>();

  add(key: Key, thing: Thing): void {
    const set = this.sets.get(key) ?? new Set();
    this.sets.set(key, set.add(thing));
  }

  delete(key: Key, thing: Thing): void {
    const set = this.sets.get(key);
    set?.delete(thing);
    if (set?.size === 0) this.sets.delete(key);
  }

  has = (key: Key) => this.sets.has(key);
  of = (key: Key): Thing[] => [...(this.sets.get(key) ?? [])];
  count = (key: Key) => this.sets.get(key)?.size ?? 0;
  keys = () => [...this.sets.keys()];
}
