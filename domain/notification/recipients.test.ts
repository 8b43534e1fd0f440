import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type News, recipientsOf } from "./recipients";

const people = ["ada", "li", "zo", "ines", "tom"] as const;
const person = fc.constantFrom(...people);
const several = fc.array(person, { maxLength: 6 });

const anyNews: fc.Arbitrary<News> = fc.oneof(
  fc.record({
    about: fc.constant("comment" as const),
    threadAuthorId: person,
    parentAuthorId: fc.option(person),
    mentioned: several,
  }),
  fc.record({ about: fc.constant("words" as const), mentioned: several }),
  fc.record({
    about: fc.constant("answer" as const),
    askerId: person,
    replierId: person,
    replyId: fc.constant("reply"),
  }),
  fc.record({ about: fc.constant("response" as const), parentAuthorId: person }),
  fc.record({ about: fc.constant("note" as const), ownerId: person, writers: several }),
  fc.record({ about: fc.constant("grade" as const), studentId: person }),
  fc.record({ about: fc.constant("request" as const), staff: several }),
  fc.record({ about: fc.constant("lookAgain" as const), studentId: person }),
  fc.record({ about: fc.constant("dates" as const), students: several, assignmentId: fc.constant("week") }),
  fc.record({ about: fc.constant("letter" as const), to: several }),
);

describe("who is told", () => {
  it("is each person once, never whoever did it, and only who is there", () => {
    fc.assert(
      fc.property(anyNews, person, fc.uniqueArray(person), (news, actorId, here) => {
        const told = recipientsOf({ actorId, subjectId: "it" }, news, new Set<string>(here));
        const ids = told.map(({ recipientId }) => recipientId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).not.toContain(actorId);
        expect(ids.filter((id) => !here.some((each) => each === id))).toEqual([]);
      }),
    );
  });

  it("is the same whoever else has gone", () => {
    fc.assert(
      fc.property(anyNews, person, person, (news, actorId, gone) => {
        const event = { actorId, subjectId: "it" };
        const all = recipientsOf(event, news, new Set<string>(people));
        const left = recipientsOf(event, news, new Set<string>(people.filter((each) => each !== gone)));
        expect(left).toEqual(all.filter(({ recipientId }) => recipientId !== gone));
      }),
    );
  });

  it("is told of a reply as of a reply, though they are named in it as well", () => {
    const news: News = {
      about: "comment",
      threadAuthorId: "ada",
      parentAuthorId: "ada",
      mentioned: ["ada", "li"],
    };
    expect(recipientsOf({ actorId: "zo", subjectId: "it" }, news, new Set<string>(people))).toEqual([
      { recipientId: "ada", kind: "reply", subjectId: "it" },
      { recipientId: "li", kind: "mention", subjectId: "it" },
    ]);
  });

  it("is asker and replier where somebody else marks the answer", () => {
    const news: News = { about: "answer", askerId: "ada", replierId: "li", replyId: "reply" };
    expect(recipientsOf({ actorId: "ada", subjectId: "it" }, news, new Set<string>(people))).toEqual([
      { recipientId: "li", kind: "answer", subjectId: "reply" },
    ]);
    expect(recipientsOf({ actorId: "ines", subjectId: "it" }, news, new Set<string>(people))).toHaveLength(2);
  });
});
