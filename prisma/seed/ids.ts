import { v7 } from "uuid";

/** Ids of the demo's rows by what they are and the key they have in the content. */
export class Ids {
  private readonly known = new Map<string, string>();

  make(noun: string, key: string | number, at?: Date): string {
    const id = at ? v7({ msecs: at.getTime() }) : v7();
    this.known.set(`${noun} ${key}`, id);
    return id;
  }

  of(noun: string, key: string | number): string {
    const id = this.known.get(`${noun} ${key}`);
    if (!id) throw new Error(`The demo names an unknown ${noun}: ${key}`);
    return id;
  }
}
