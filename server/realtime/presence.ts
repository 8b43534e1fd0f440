import { isStaff } from "@/domain/access/actor";
import type { Voice } from "@/domain/comment/voice";
import type { Id } from "@/domain/id";
import { PRESENCE_EXPIRES } from "@/domain/reading/presence";
import type { PresenceWake } from "@/server/adapters/wakes";
import type { Sighting } from "./lines";
import type { Viewer } from "./viewer";

interface Seen {
  wake: PresenceWake;
  until: number;
}

const gone = (wake: PresenceWake): PresenceWake => ({ ...wake, at: null, typing: null, gone: true });

/** Who is reading what at this moment, by what they last reported. Kept in memory only, and only for a short while. */
export class Presence {
  private readonly readings = new Map<Id, Map<Id, Seen>>();

  /** Takes a report, or that somebody has left. */
  note(wake: PresenceWake, now: Date): void {
    const there = this.readings.get(wake.readingId) ?? new Map<Id, Seen>();
    if (wake.gone) there.delete(wake.named.key);
    else there.set(wake.named.key, { wake, until: now.getTime() + PRESENCE_EXPIRES });
    if (there.size > 0) this.readings.set(wake.readingId, there);
    else this.readings.delete(wake.readingId);
  }

  /** How long ago somebody was last noted here, in milliseconds; infinitely long where they are not. */
  since(readingId: Id, membershipId: Id, now: Date): number {
    const until = this.readings.get(readingId)?.get(membershipId)?.until;
    return until === undefined ? Number.POSITIVE_INFINITY : now.getTime() - (until - PRESENCE_EXPIRES);
  }

  of(readingId: Id): PresenceWake[] {
    return [...(this.readings.get(readingId)?.values() ?? [])].map((seen) => seen.wake);
  }

  find(readingId: Id, membershipId: Id): PresenceWake | undefined {
    return this.readings.get(readingId)?.get(membershipId)?.wake;
  }

  /** Forgets whom `leaves` names, and gives what is to be told of it. */
  private forget(leaves: (seen: Seen) => boolean): PresenceWake[] {
    const left = [...this.readings.values()]
      .flatMap((there) => [...there.values()])
      .filter(leaves)
      .map(({ wake }) => gone(wake));
    for (const wake of left) this.note(wake, new Date(0));
    return left;
  }

  /** Who has not reported for too long. */
  expire(now: Date): PresenceWake[] {
    return this.forget(({ until }) => until <= now.getTime());
  }

  /** Somebody, or everybody in a course, does not want to be seen any more. */
  withdraw(courseId: Id, subjectId: Id): PresenceWake[] {
    return this.forget(
      ({ wake }) => wake.courseId === courseId && (subjectId === courseId || wake.named.key === subjectId),
    );
  }
}

/** How a report shows to one viewer. */
export function sightingOf(wake: PresenceWake, viewer: Viewer): Sighting {
  const voice: Voice = viewer.hidden ? wake.hidden : wake.named;
  const { actor } = viewer.access;
  const reads = !wake.typingIn || isStaff(actor) || actor.groupIds.includes(wake.typingIn);
  return { ...voice, at: wake.at, typing: reads ? wake.typing : null, gone: wake.gone };
}
