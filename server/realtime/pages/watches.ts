import type { Id } from "@/domain/id";
import { Crowd } from "../crowd";
import type { Gate } from "../gate";
import { endReason, proveWatcher } from "../proof";
import { courseRooms, sessionVersions } from "../standing";
import { CourseLog } from "./course-log";
import { type Happening, happeningsFrom } from "./happening";
import type { Watcher } from "./watcher";

const RETRY = 1_000;
/** Whoever was away for longer looks again without being told why. Milliseconds. */
const WINDOW = 120_000;
/** An event is noted with the moment its command began, and found by the next look at the latest. Milliseconds. */
const SLACK = 20_000;
const MOST = 1_000;

interface Surroundings {
  clock: () => Date;
  throughGate: Gate;
}

/** Every open stream of a page in this process: each is told that something changed, never what. */
export class Watches {
  readonly crowd = new Crowd<Watcher>();
  private readonly logs = new Map<Id, CourseLog>();

  constructor(private readonly around: Surroundings) {}

  /**
   * Opens a stream.
   * @param since when what the page holds was read; null where that is not known
   */
  async open(watcher: Watcher, since: Date | null): Promise<void> {
    const { clock, throughGate } = this.around;
    // Listed before access is proved: what changes it meanwhile raises a doubt.
    this.crowd.add(watcher);
    try {
      await watcher.inTurn(async () => {
        await this.logOf(watcher.request.courseId).follow();
        watcher.onlooker = await throughGate(() => proveWatcher(watcher, clock));
        if (watcher.closed) return;
        watcher.begin();
        if (await throughGate(() => this.hasMissed(watcher, since))) watcher.lookAgain();
        watcher.beat(clock());
        if (!watcher.doubted) watcher.goOn(clock());
      });
    } catch (error) {
      this.close(watcher);
      throw error;
    }
  }

  close(watcher: Watcher): void {
    watcher.closed = true;
    this.crowd.delete(watcher);
    const { courseId } = watcher.request;
    if (!this.crowd.byCourse.has(courseId)) this.logs.delete(courseId);
  }

  wakeRoom = (courseId: Id, roomId: Id) => this.logs.get(courseId)?.wake(roomId);

  wakePerson(userId: Id): void {
    for (const watcher of this.crowd.byPerson.of(userId)) this.doubt(watcher);
  }

  /** Finds what a lost wake would have told: two statements for everything that is watched here. */
  async lookAtEverything(): Promise<void> {
    if (this.logs.size === 0) return;
    for (const { id, courseId, lastSeq } of await courseRooms([...this.logs.keys()])) {
      this.logs.get(courseId)?.reached(id, lastSeq);
    }
    const versions = await sessionVersions(this.crowd.byPerson.keys());
    this.crowd.each((watcher) => {
      const { userId, sessionVersion } = watcher.request.claim;
      if (versions.get(userId) !== sessionVersion) this.doubt(watcher);
    });
  }

  beat(): void {
    const now = this.around.clock();
    this.crowd.each((watcher) => watcher.beat(now));
  }

  tick(now: Date): void {
    this.crowd.each((watcher) => {
      const until = watcher.onlooker?.until;
      if (until && until <= now) this.doubt(watcher);
    });
  }

  stop(): void {
    this.crowd.each((watcher) => watcher.end());
  }

  private logOf(courseId: Id): CourseLog {
    const known = this.logs.get(courseId);
    if (known) return known;
    const log = new CourseLog(courseId, {
      take: (happenings) => this.take(courseId, happenings),
      isWanted: () => this.crowd.byCourse.has(courseId),
    });
    this.logs.set(courseId, log);
    return log;
  }

  private take(courseId: Id, happenings: Happening[]): void {
    const now = this.around.clock();
    for (const watcher of this.crowd.byCourse.of(courseId)) {
      // Who may see more by it, or less, is told only once that is known.
      if (happenings.some((happening) => watcher.isConcernedBy(happening))) this.doubt(watcher);
      watcher.take(happenings, now);
    }
  }

  private async hasMissed(watcher: Watcher, since: Date | null): Promise<boolean> {
    const now = this.around.clock();
    if (!since || now.getTime() - since.getTime() > WINDOW) return true;
    const from = new Date(since.getTime() - SLACK);
    const missed = await happeningsFrom(watcher.request.courseId, from, MOST);
    return missed.length === MOST || missed.some((one) => watcher.onlooker?.sees(one, now));
  }

  /** Proves anew what somebody may see. Any number of doubts before that begins are one. */
  private doubt(watcher: Watcher): void {
    watcher.hold();
    if (watcher.doubted) return;
    watcher.doubted = true;
    watcher.inTurn(() => this.settle(watcher)).catch(() => watcher.end());
  }

  private async settle(watcher: Watcher): Promise<void> {
    const { clock, throughGate } = this.around;
    const before = watcher.onlooker;
    if (watcher.closed || !before) return;
    try {
      watcher.onlooker = await throughGate(() => proveWatcher(watcher, clock));
    } catch (error) {
      const reason = endReason(error);
      if (reason) watcher.end(reason);
      else setTimeout(() => this.doubt(watcher), RETRY).unref();
      return;
    }
    if (watcher.closed) return;
    if (before.signature !== watcher.onlooker.signature) watcher.seesOtherwise();
    // Doubted again meanwhile, the next look tells what was kept.
    if (!watcher.doubted) watcher.goOn(clock());
  }
}
