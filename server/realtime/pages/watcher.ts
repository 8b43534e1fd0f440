import type { ServerResponse } from "node:http";
import { againLine, atLine, changeLine, viewLine } from "../lines";
import { Pipe } from "../pipe";
import type { StreamRequest } from "../subscriber";
import type { Happening } from "./happening";
import type { Onlooker, Page } from "./onlooker";

export interface PageRequest extends StreamRequest {
  page: Page;
}

/** Own words that may open others', or close them again. */
const openers = new Set([
  "comment.posted",
  "comment.edited",
  "comment.deleted",
  "response.submitted",
  "response.deleted",
]);

/** A stream of a page: it says that something there has changed, and the page asks what. */
export class Watcher extends Pipe {
  onlooker: Onlooker | null = null;
  /** What they may see is as last proved; else what happens is kept until it is. */
  private sure = false;
  private kept: Happening[] = [];

  constructor(
    res: ServerResponse,
    readonly request: PageRequest,
  ) {
    super(res);
  }

  /** Keeps what happens until `goOn`. */
  hold(): void {
    this.sure = false;
  }

  /** Tells what was kept, and from now on what comes. */
  goOn(now: Date): void {
    this.sure = true;
    const { kept } = this;
    this.kept = [];
    this.take(kept, now);
  }

  /** Whether an event may change what they see. */
  isConcernedBy({ type, subjectId, authorId }: Happening): boolean {
    if (!this.onlooker) return true;
    const { membershipId, role } = this.onlooker.access.actor;
    if (type.startsWith("assignment.") || type.startsWith("extension.")) return true;
    if (type.startsWith("member.") || type === "groups.joined") return subjectId === membershipId;
    // Who stands in which group is not named: it may be them, with what is said there and the dates that it was given.
    if (type === "groups.saved" || type.startsWith("section.")) return role === "student";
    return role === "student" && authorId === membershipId && openers.has(type);
  }

  take(happenings: readonly Happening[], now: Date): void {
    const { onlooker } = this;
    if (!this.sure || !onlooker) {
      this.kept.push(...happenings);
      return;
    }
    const me = onlooker.access.actor.membershipId;
    const lines = happenings.flatMap((happening) => {
      const { told, actorId } = happening;
      if (!told || !onlooker.sees(happening, now)) return [];
      return changeLine({ kind: told.kind, id: told.id, mine: actorId === me });
    });
    this.write([...new Set(lines)].join(""));
  }

  /** They were away: something happened that they see, or it is too long ago to tell. */
  lookAgain = () => this.write(againLine);
  /** Others' words show that did not, or do no longer. */
  seesOtherwise = () => this.write(viewLine);
  beat = (now: Date) => this.pulse(atLine(String(now.getTime())));
}
