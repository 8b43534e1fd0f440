import type { Transaction } from "@/server/adapters/db";
import { chance } from "./chance";
import { assignmentsOfReadings, type Threaded, threadedComments } from "./comments";
import type { DemoPerson } from "./content/types";
import type { Talk } from "./talk";

/** The people who sign in to look: how many days their reading of the open week is behind. */
const BEHIND: Record<string, number> = { ada: 0.6, liming: 0.45, ines: 0.8, tomasz: 0.3 };

/** Where the same people stopped in the readings of the open week, by their blocks. */
const STOPPED: Record<string, [last: number, furthest: number]> = {
  "ballast ada": [11, 14],
  "ballast liming": [17, 18],
  "company ada": [13, 17],
  "company liming": [12, 13],
};

const isStaff = ({ role }: DemoPerson) => role === "instructor" || role === "assistant";

function sees(person: DemoPerson, { root, group }: Threaded): boolean {
  if (root.author === person.key) return true;
  if (root.audience === "private") return false;
  if (root.audience === "instructors") return isStaff(person);
  return isStaff(person) || person.group === group;
}

/** Up to which comment of each thread everybody has read. In the open week the newest are unread. */
async function writeSeen(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId } = talk;
  const weeks = assignmentsOfReadings(demo);
  const threaded = threadedComments(demo);
  const readers = demo.people.filter((person) => person.role !== "observer");
  const data = readers.flatMap((person) => {
    const behind = BEHIND[person.key] ?? chance("behind", person.key) * 2;
    const through = new Map<string, { day: number; reading: string }>();
    for (const one of threaded) {
      const { comment, root } = one;
      const isOpen = weeks.get(comment.reading)?.state === "open";
      const isRead = comment.author === person.key || !isOpen || comment.day <= -behind;
      if (isRead && sees(person, one)) through.set(root.key, { day: comment.day, reading: comment.reading });
    }
    return [...through].map(([root, { day, reading }]) => ({
      membershipId: ids.of("member", person.key),
      threadId: ids.of("comment", root),
      courseId,
      readingId: ids.of("reading", reading),
      through: clock.moment(day),
    }));
  });
  await tx.threadSeen.createMany({ data });
}

/** Where everybody is in the texts: at the end of those that are over, somewhere in the open one. */
async function writePlaces(tx: Transaction, talk: Talk): Promise<void> {
  const { demo, ids, clock, courseId, texts } = talk;
  const students = demo.people.filter((person) => person.role === "student");
  const data = demo.assignments
    .filter((week) => week.state !== "upcoming")
    .flatMap((week) => week.readings.map((key) => ({ key, week })))
    .flatMap(({ key, week }) =>
      students.map((person) => {
        const end = texts.get(key)?.length ?? 1;
        const reached = Math.ceil(end * (0.3 + 0.7 * chance("reached", key, person.key)));
        const [last, furthest] =
          week.state === "open" ? (STOPPED[`${key} ${person.key}`] ?? [reached, reached]) : [end, end];
        return {
          membershipId: ids.of("member", person.key),
          readingId: ids.of("reading", key),
          courseId,
          last,
          furthest,
          at: clock.moment(week.state === "open" ? -0.5 : week.dueDay),
        };
      }),
    );
  await tx.readingPlace.createMany({ data });
}

export async function writeReading(tx: Transaction, talk: Talk): Promise<void> {
  await writeSeen(tx, talk);
  await writePlaces(tx, talk);
}
