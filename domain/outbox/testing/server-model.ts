import type { Standing } from "../outbox";
import { toggleKey, type Write } from "../write";

interface Stored {
  body: string;
  version: number;
  deleted: boolean;
}

/** The server's rules for one person's writes: the same id again is answered with what is there. */
export class ModelServer {
  readonly #comments = new Map<string, Stored>();
  readonly #toggles = new Map<string, { about: string[]; value: string }>();

  /** `anyVersion`: an edit is taken as made on what stands. A stale one throws: none of these is to be. */
  take(write: Write, anyVersion = false): Standing {
    switch (write.kind) {
      case "post":
        return this.#make(write.comment.id, write.comment.body);
      case "reply":
        if (!this.#comments.has(write.reply.parentId) && !anyVersion) throw new Error("replies to nothing");
        return this.#make(write.reply.id, write.reply.body);
      case "edit": {
        const { id, body, version } = write.edit;
        const stored = this.#stored(id);
        if (stored.deleted) throw new Error("edits what is deleted");
        if (anyVersion || stored.version === version) {
          stored.body = body;
          stored.version += 1;
        } else if (stored.version !== version + 1 || stored.body !== body) throw new Error("stale");
        return this.#standing(id);
      }
      case "delete":
        Object.assign(this.#stored(write.id), { deleted: true, body: "" });
        return null;
      case "answer":
        this.#set(write, [write.threadId, ...(write.replyId ? [write.replyId] : [])], write.replyId ?? "");
        return this.#standing(write.threadId);
      default:
        this.#set(write, [write.id], write.on ? "on" : "");
        return this.#standing(write.id);
    }
  }

  /** What stands: live comments, and what is said of them. */
  state() {
    const live = [...this.#comments].filter(([, { deleted }]) => !deleted);
    const isLive = (id: string) => live.some(([other]) => other === id);
    return {
      comments: live.map(([id, { body }]) => ({ id, body })).sort((a, b) => a.id.localeCompare(b.id)),
      toggles: [...this.#toggles]
        .filter(([, { about, value }]) => value !== "" && about.every(isLive))
        .map(([key, { value }]) => `${key}: ${value}`)
        .sort(),
    };
  }

  #make(id: string, body: string): Standing {
    if (!this.#comments.has(id)) this.#comments.set(id, { body, version: 1, deleted: false });
    return this.#standing(id);
  }

  #set(write: Write, about: string[], value: string): void {
    for (const id of about) this.#stored(id);
    this.#toggles.set(toggleKey(write) ?? "", { about, value });
  }

  #stored(id: string): Stored {
    const found = this.#comments.get(id);
    if (!found) throw new Error("about nothing");
    return found;
  }

  #standing(id: string): Standing {
    const { body, version } = this.#stored(id);
    return { body, version, signal: null };
  }
}
