import type { Id } from "@/domain/id";
import { Groups } from "./groups";
import type { StreamRequest } from "./subscriber";

/** Everybody with a stream of one kind open here, found by what may concern them. */
export class Crowd<Member extends { readonly request: StreamRequest }> {
  private readonly everybody = new Set<Member>();
  readonly bySession = new Groups<string, Member>();
  readonly byPerson = new Groups<Id, Member>();
  readonly byCourse = new Groups<Id, Member>();

  add(member: Member): void {
    const { session, claim, courseId } = member.request;
    this.everybody.add(member);
    this.bySession.add(session, member);
    this.byPerson.add(claim.userId, member);
    this.byCourse.add(courseId, member);
  }

  delete(member: Member): void {
    const { session, claim, courseId } = member.request;
    this.everybody.delete(member);
    this.bySession.delete(session, member);
    this.byPerson.delete(claim.userId, member);
    this.byCourse.delete(courseId, member);
  }

  each(act: (member: Member) => void): void {
    for (const member of [...this.everybody]) act(member);
  }
}
