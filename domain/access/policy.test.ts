import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { signals } from "@/domain/comment/comment";
import { type Actor, roles } from "./actor";
import { type Action, type CommentFacts, can, policy, type RoomFacts } from "./policy";
import { evidenceLines } from "./testing/evidence-lines";
import { gradingLines } from "./testing/grading-lines";
import {
  actors,
  closed,
  draft,
  early,
  hidden,
  hours,
  justOpened,
  type Line,
  lastMoment,
  line,
  now,
  open,
  wholeClass,
} from "./testing/lines";
import { steelmanLines } from "./testing/steelman-lines";

const comment: CommentFacts = {
  authorId: "ada",
  threadAuthorId: "ada",
  audience: "group",
  deleted: false,
  isRoot: true,
  signal: null,
};
const secret: CommentFacts = { ...comment, audience: "private" };
const toStaff: CommentFacts = { ...comment, audience: "instructors" };
const tombstone: CommentFacts = { ...comment, deleted: true };
/** The author's reply in a thread that the classmate began. */
const replied: CommentFacts = { ...comment, threadAuthorId: "liming", isRoot: false };
const question: CommentFacts = { ...comment, signal: "question" };
const secretQuestion: CommentFacts = { ...question, audience: "private" };
const questionToStaff: CommentFacts = { ...question, audience: "instructors" };
const answer = { authorId: "ada", submitted: true, deleted: false };
const kept = { ...answer, submitted: false };
const gone = { ...answer, deleted: true };

const table: Line[] = [
  line("course.read", "always", "y y y y y y"),
  line("course.manage", "always", "y - - - - -"),
  line("people.read", "always", "y y - - - y"),
  line("people.manage", "always", "y - - - - -"),
  line("presence.manage", "always", "y y - - - -"),
  line("source.read", "always", "y y - - - -"),
  line("source.write", "always", "y y - - - -"),
  line("assignment.write", "always", "y y - - - -"),
  line("stance.take", "always", "- - y y y -"),
  line("stance.read-all", "always", "y y - - - -"),

  line("assignment.see", "published", "y y y y y y", open),
  line("assignment.see", "published, opens later", "y y y y y y", early),
  line("assignment.see", "not published", "y y - - - -", draft),
  line("assignment.enter", "open", "y y y y y y", open, now),
  line("assignment.enter", "in the moment it opens", "y y y y y y", justOpened, now),
  line("assignment.enter", "opens later", "y y - - - -", early, now),
  line("assignment.enter", "not published", "y y - - - -", draft, now),
  line("assignment.enter", "closed", "y y y y y y", closed, now),

  line("room.enter", "group A's", "y y y y - y", open, now),
  line("room.enter", "group A's, closed", "y y y y - y", closed, now),
  line("room.enter", "the whole class's", "y y y y y y", wholeClass, now),
  line("room.enter", "opens later", "y y - - - -", early, now),
  line("room.enter", "not published", "y y - - - -", draft, now),

  line("comment.post", "group A's", "y y y y - -", open, now),
  line("comment.post", "before others' words show", "y y y y - -", hidden, now),
  line("comment.post", "the whole class's", "y y y y y -", wholeClass, now),
  line("comment.post", "in the last moment", "y y y y - -", lastMoment, now),
  line("comment.post", "closed", "y y - - - -", closed, now),
  line("comment.post", "opens later", "y y - - - -", early, now),

  line("comment.see", "to the group", "y y y y - y", comment, open, now),
  line("comment.see", "to the group, others' hidden", "y y y - - y", comment, hidden, now),
  line("comment.see", "to the group, whole class", "y y y y y y", comment, wholeClass, now),
  line("comment.see", "private", "- - y - - -", secret, open, now),
  line("comment.see", "to the instructors", "y y y - - -", toStaff, open, now),
  line(
    "comment.see",
    "an answer to a question for them",
    "y y y - - -",
    { ...toStaff, authorId: "tomasz" },
    open,
    now,
  ),
  line("comment.see", "to the instructors, others' hidden", "y y y - - -", toStaff, hidden, now),
  line("comment.see", "deleted: its place", "y y y y - y", tombstone, open, now),
  line("comment.see", "closed", "y y y y - y", comment, closed, now),
  line("comment.see", "opens later", "y y - - - -", comment, early, now),
  line("comment.see", "not published", "y y - - - -", comment, draft, now),

  line("comment.reply", "to the group", "y y y y - -", comment, open, now),
  line("comment.reply", "others' hidden", "y y y - - -", comment, hidden, now),
  line("comment.reply", "private", "- - y - - -", secret, open, now),
  line("comment.reply", "to the instructors", "y y y - - -", toStaff, open, now),
  line("comment.reply", "closed", "y y - - - -", comment, closed, now),

  line("comment.edit", "open", "- - y - - -", comment, open, now),
  line("comment.edit", "private", "- - y - - -", secret, open, now),
  line("comment.edit", "deleted", "- - - - - -", tombstone, open, now),
  line("comment.edit", "closed", "- - - - - -", comment, closed, now),

  line("comment.delete", "open", "y y y - - -", comment, open, now),
  line("comment.delete", "private", "- - y - - -", secret, open, now),
  line("comment.delete", "deleted", "- - - - - -", tombstone, open, now),
  line("comment.delete", "closed", "y y - - - -", comment, closed, now),

  line("comment.react", "open", "y y - y - -", comment, open, now),
  line("comment.react", "a reply", "y y - y - -", replied, open, now),
  line("comment.react", "others' hidden", "y y - - - -", comment, hidden, now),
  line("comment.react", "private", "- - - - - -", secret, open, now),
  line("comment.react", "to the instructors", "y y - - - -", toStaff, open, now),
  line("comment.react", "deleted", "- - - - - -", tombstone, open, now),
  line("comment.react", "closed", "y y - - - -", comment, closed, now),
  line("comment.react", "not published", "y y - - - -", comment, draft, now),

  line("comment.resolve", "open", "y y y - - -", comment, open, now),
  line("comment.resolve", "a reply", "- - - - - -", replied, open, now),
  line("comment.resolve", "private", "- - y - - -", secret, open, now),
  line("comment.resolve", "to the instructors", "y y y - - -", toStaff, open, now),
  line("comment.resolve", "deleted", "- - - - - -", tombstone, open, now),
  line("comment.resolve", "closed", "y y - - - -", comment, closed, now),

  line("comment.pin", "open", "y y - - - -", comment, open, now),
  line("comment.pin", "a reply", "- - - - - -", replied, open, now),
  line("comment.pin", "private", "- - - - - -", secret, open, now),
  line("comment.pin", "to the instructors", "- - - - - -", toStaff, open, now),
  line("comment.pin", "deleted", "- - - - - -", tombstone, open, now),
  line("comment.pin", "closed", "y y - - - -", comment, closed, now),

  line("comment.answer", "a question", "y y y - - -", question, open, now),
  line("comment.answer", "no question", "- - - - - -", comment, open, now),
  line("comment.answer", "a reply", "- - - - - -", { ...replied, signal: "question" }, open, now),
  line("comment.answer", "private", "- - y - - -", secretQuestion, open, now),
  line("comment.answer", "to the instructors", "y y y - - -", questionToStaff, open, now),
  line("comment.answer", "deleted", "- - - - - -", { ...question, deleted: true }, open, now),
  line("comment.answer", "closed", "y y - - - -", question, closed, now),

  line("comment.history", "open", "y y y - - -", comment, open, now),
  line("comment.history", "a reply", "y y y - - -", replied, open, now),
  line("comment.history", "private", "- - y - - -", secret, open, now),
  line("comment.history", "deleted", "- - - - - -", tombstone, open, now),
  line("comment.history", "closed", "y y y - - -", comment, closed, now),
  line("comment.history", "not published", "y y - - - -", comment, draft, now),

  line("response.write", "group A's", "- - y y - -", open, now),
  line("response.write", "the whole class's", "- - y y y -", wholeClass, now),
  line("response.write", "before others' answers show", "- - y y - -", hidden, now),
  line("response.write", "in the last moment", "- - y y - -", lastMoment, now),
  line("response.write", "closed", "- - - - - -", closed, now),
  line("response.write", "not published", "- - - - - -", draft, now),

  line("response.history", "submitted", "y y y - - -", answer, open, now),
  line("response.history", "closed", "y y y - - -", answer, closed, now),
  line("response.history", "kept as a draft", "- - y - - -", kept, open, now),
  line("response.history", "deleted", "- - - - - -", gone, open, now),

  line("response.see", "submitted", "y y y y - y", answer, open, now),
  line("response.see", "submitted, others' hidden", "y y y - - y", answer, hidden, now),
  line("response.see", "submitted, whole class", "y y y y y y", answer, wholeClass, now),
  line("response.see", "kept as a draft", "- - y - - -", kept, open, now),
  line("response.see", "deleted", "- - y - - -", gone, open, now),
  line("response.see", "opens later", "y y - - - -", answer, early, now),

  line("response.reply", "submitted", "y y y y - -", answer, open, now),
  line("response.reply", "others' hidden", "y y y - - -", answer, hidden, now),
  line("response.reply", "kept as a draft", "- - - - - -", kept, open, now),
  line("response.reply", "deleted", "- - - - - -", gone, open, now),
  line("response.reply", "closed", "y y - - - -", answer, closed, now),

  line("response.edit", "submitted", "- - y - - -", answer, open, now),
  line("response.edit", "kept as a draft", "- - y - - -", kept, open, now),
  line("response.edit", "deleted", "- - - - - -", gone, open, now),
  line("response.edit", "closed", "- - - - - -", answer, closed, now),

  line("response.delete", "submitted", "y y y - - -", answer, open, now),
  line("response.delete", "kept as a draft", "- - y - - -", kept, open, now),
  line("response.delete", "deleted", "- - - - - -", gone, open, now),
  line("response.delete", "closed", "y y - - - -", answer, closed, now),

  ...evidenceLines,
  ...steelmanLines,

  ...gradingLines,
];

describe("the policy", () => {
  it.each(table)("$action · $situation: $answers", ({ answers, ask }) => {
    const answered = Object.values(actors).map((actor) => (ask(actor) ? "y" : "-"));
    expect(answered.join(" ")).toBe(answers);
  });

  it("has no action that the table forgets", () => {
    const listed = new Set(table.map((entry) => entry.action));
    expect(Object.keys(policy).filter((action) => !listed.has(action as Action))).toEqual([]);
  });
});

const moment = fc.integer({ min: -3, max: 3 }).map(hours);
const person = fc.constantFrom("ada", "liming");
const group = fc.constantFrom("A", "B");

const anyActor: fc.Arbitrary<Actor> = fc.record({
  membershipId: person,
  role: fc.constantFrom(...roles),
  groupIds: fc.subarray(["A", "B"]),
});
const anyRoom: fc.Arbitrary<RoomFacts> = fc.record({
  publishedAt: fc.option(moment),
  opensAt: moment,
  dueAt: moment,
  closesAt: moment,
  groupId: fc.option(group),
  othersVisible: fc.boolean(),
});
const anyComment: fc.Arbitrary<CommentFacts> = fc.record({
  authorId: person,
  threadAuthorId: person,
  audience: fc.constantFrom("group", "private", "instructors"),
  deleted: fc.boolean(),
  isRoot: fc.boolean(),
  signal: fc.option(fc.constantFrom(...signals)),
});
const anyResponse = fc.record({ authorId: person, submitted: fc.boolean(), deleted: fc.boolean() });

const onComments = [
  "comment.reply",
  "comment.edit",
  "comment.delete",
  "comment.react",
  "comment.resolve",
  "comment.pin",
  "comment.answer",
  "comment.history",
] as const;

/** Each may only be allowed where the next is. */
const holds = (...steps: boolean[]) =>
  steps.every((step, index) => !step || index === steps.length - 1 || steps[index + 1]);

describe("writing implies seeing", () => {
  it("in a room", () => {
    fc.assert(
      fc.property(anyActor, anyRoom, (actor, room) => {
        const enters = can(actor, "room.enter", room, now);
        const above = [can(actor, "assignment.enter", room, now), can(actor, "assignment.see", room)];
        for (const act of ["comment.post", "response.write"] as const) {
          expect(holds(can(actor, act, room, now), enters, ...above)).toBe(true);
        }
      }),
    );
  });

  it("of a comment", () => {
    fc.assert(
      fc.property(anyActor, anyComment, anyRoom, (actor, written, room) => {
        const sees = can(actor, "comment.see", written, room, now);
        const enters = can(actor, "room.enter", room, now);
        for (const act of onComments) {
          expect(holds(can(actor, act, written, room, now), sees, enters)).toBe(true);
        }
      }),
    );
  });

  it("of a response", () => {
    fc.assert(
      fc.property(anyActor, anyResponse, anyRoom, (actor, written, room) => {
        const sees = can(actor, "response.see", written, room, now);
        const enters = can(actor, "room.enter", room, now);
        // One's own is one's own, also in the room of a group that one has left.
        const isOwn = written.authorId === actor.membershipId && can(actor, "assignment.enter", room, now);
        expect(holds(can(actor, "response.reply", written, room, now), sees && enters)).toBe(true);
        for (const act of ["response.edit", "response.delete", "response.history"] as const) {
          expect(holds(can(actor, act, written, room, now), sees, enters || isOwn)).toBe(true);
        }
      }),
    );
  });

  it("of a grade", () => {
    fc.assert(
      fc.property(anyActor, person, fc.boolean(), (actor, studentId, released) => {
        const sees = can(actor, "grade.see", { studentId, released });
        expect(holds(can(actor, "grade.release"), can(actor, "grade.write"), sees)).toBe(true);
      }),
    );
  });
});
