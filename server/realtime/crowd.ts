import type { Id } from "@/domain/id";
import { Groups } from "./groups";
import type { Subscriber } from "./subscriber";

/** Everybody with a stream open here, found by what may concern them. */
export class Crowd {
  private readonly everybody = new Set<Subscriber>();
  readonly bySession = new Groups<string, Subscriber>();
  readonly byPerson = new Groups<Id, Subscriber>();
  readonly byCourse = new Groups<Id, Subscriber>();

  add(subscriber: Subscriber): void {
    const { session, claim, courseId } = subscriber.request;
    this.everybody.add(subscriber);
    this.bySession.add(session, subscriber);
    this.byPerson.add(claim.userId, subscriber);
    this.byCourse.add(courseId, subscriber);
  }

  delete(subscriber: Subscriber): void {
    const { session, claim, courseId } = subscriber.request;
    this.everybody.delete(subscriber);
    this.bySession.delete(session, subscriber);
    this.byPerson.delete(claim.userId, subscriber);
    this.byCourse.delete(courseId, subscriber);
  }

  each(act: (subscriber: Subscriber) => void): void {
    for (const subscriber of [...this.everybody]) act(subscriber);
  }
}
