import type { Standing } from "../outbox";
import { type Content, contentOf, toggleKey, type Write } from "../write";

interface Stored {
  body: string;
  /** Of a piece of evidence, whose claim is its body. */
  content: Content | null;
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
      case "record":
        return this.#make(write.evidence.id, write.evidence.claim, contentOf(write));
      case "reply":
        if (!this.#comments.has(write.reply.parentId) && !anyVersion) throw new Error("replies to nothing");
        return this.#make(write.reply.id, write.reply.body);
      case "edit":
        return this.#reword(write.edit, anyVersion);
      case "saveEvidence": {
        const { id, version, claim: body } = write.save;
        return this.#reword({ id, version, body }, anyVersion, contentOf(write));
      }
      case "delete":
      case "deleteEvidence":
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
      comments: live
        .map(([id, { body, content }]) => ({ id, body, content }))
        .sort((a, b) => a.id.localeCompare(b.id)),
      toggles: [...this.#toggles]
        .filter(([, { about, value }]) => value !== "" && about.every(isLive))
        .map(([key, { value }]) => `${key}: ${value}`)
        .sort(),
    };
  }

  #make(id: string, body: string, content: Content | null = null): Standing {
    if (!this.#comments.has(id)) this.#comments.set(id, { body, content, version: 1, deleted: false });
    return this.#standing(id);
  }

  #reword(
    { id, version, body }: { id: string; version: number; body: string },
    anyVersion: boolean,
    content: Content | null = null,
  ): Standing {
    const stored = this.#stored(id);
    if (stored.deleted) throw new Error("edits what is deleted");
    const isSame = stored.body === body && JSON.stringify(stored.content) === JSON.stringify(content);
    if (anyVersion || stored.version === version) {
      Object.assign(stored, { body, content, version: stored.version + 1 });
    } else if (stored.version !== version + 1 || !isSame) throw new Error("stale");
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
    const { body, version, content } = this.#stored(id);
    if (!content) return { body, version, signal: null };
    const { file: filed, ...rest } = content;
    return { version, ...rest, filed };
  }
}
