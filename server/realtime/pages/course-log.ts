import type { Id } from "@/domain/id";
import { Follower } from "../follower";
import { courseRooms } from "../standing";
import { type Happening, happeningsAfter, PAGE_BATCH } from "./happening";

interface Surroundings {
  take(happenings: Happening[]): void;
  isWanted(): boolean;
}

/** All that is logged in a course, in whichever room: each event is read once for all who watch a page of it. */
export class CourseLog {
  private readonly followers = new Map<Id, Follower<Happening>>();
  private listing: Promise<void> | null = null;
  private isListed = false;

  constructor(
    private readonly courseId: Id,
    private readonly around: Surroundings,
  ) {}

  /** Resolves when every later event will be noticed. */
  follow(): Promise<void> {
    this.listing ??= this.list().catch((error: unknown) => {
      this.listing = null;
      throw error;
    });
    return this.listing;
  }

  private async list(): Promise<void> {
    for (const { id, lastSeq } of await courseRooms([this.courseId])) {
      const follower = this.of(id);
      follower.begin(lastSeq);
      if (lastSeq > (follower.seq ?? 0)) follower.wake();
    }
    // Opened while the rooms were listed.
    for (const follower of this.followers.values()) follower.begin(0);
    this.isListed = true;
  }

  wake(roomId: Id): void {
    const isKnown = this.followers.has(roomId);
    const follower = this.of(roomId);
    // Opened since the rooms were listed.
    if (!isKnown && this.isListed) follower.begin(0);
    follower.wake();
  }

  /** A room has come to `seq`: finds what a lost wake would have told. */
  reached(roomId: Id, seq: number): void {
    if (this.isListed && seq > (this.followers.get(roomId)?.seq ?? 0)) this.wake(roomId);
  }

  private of(roomId: Id): Follower<Happening> {
    const known = this.followers.get(roomId);
    if (known) return known;
    const follower = new Follower<Happening>({
      limit: PAGE_BATCH,
      load: (after) => happeningsAfter(roomId, after),
      take: this.around.take,
      isWanted: this.around.isWanted,
    });
    this.followers.set(roomId, follower);
    return follower;
  }
}
