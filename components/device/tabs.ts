/** What the tabs of one browser tell each other. Nothing is lost when a message is: each looks at the device as well. */
export class TabChannel<Message> {
  readonly #listeners = new Set<(message: Message) => void>();
  #channel: BroadcastChannel | null = null;

  constructor(readonly name: string) {}

  /** Reaches the other tabs, not this one. */
  tell(message: Message): void {
    try {
      this.#open()?.postMessage(message);
    } catch {
      // What cannot be copied, or a browser without the channel: the other tabs find it on the device.
    }
  }

  /** Hears the other tabs until the returned function is called. */
  listen(listener: (message: Message) => void): () => void {
    this.#open();
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #open(): BroadcastChannel | null {
    if (this.#channel || typeof BroadcastChannel === "undefined") return this.#channel;
    this.#channel = new BroadcastChannel(this.name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => {
      for (const listener of this.#listeners) listener(data);
    };
    return this.#channel;
  }
}
