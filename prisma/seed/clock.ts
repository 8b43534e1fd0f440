import { instantOf, localOf } from "@/domain/assignment/zoned-time";

const DAY = 24 * 60 * 60 * 1000;

/** Turns the demo's day offsets into instants around the moment of the first start, so that it is never stale. */
export class DemoClock {
  constructor(
    readonly start: Date,
    private readonly zone: string,
  ) {}

  /** What somebody did: never in the future, whatever the offset. */
  moment(day: number): Date {
    return new Date(Math.min(this.start.getTime() + day * DAY, this.start.getTime() - 60_000));
  }

  /** A time of day so many days of the calendar from the start, in the course's zone. */
  at(day: number, time: string): Date {
    const today = localOf(this.start, this.zone).slice(0, 10);
    const date = new Date(Date.parse(today) + day * DAY).toISOString().slice(0, 10);
    const found = instantOf(`${date}T${time}`, this.zone);
    if (!found) throw new Error(`No such time in ${this.zone}: ${date} ${time}`);
    return found.at;
  }
}
