import { db, disconnect } from "@/server/adapters/db";
import { hashPassword } from "@/server/adapters/password";
import { writeAssignments } from "./assignments";
import { DemoClock } from "./clock";
import { writeComments } from "./comments";
import { loadDemo } from "./content/load";
import { writeGrades } from "./grades";
import { Ids } from "./ids";
import { writeMarks } from "./marks";
import { writePeople } from "./people";
import { writeEvidence, writeStances } from "./positions";
import { writeReading } from "./read";
import { writeResponses } from "./talk";
import { writeTexts } from "./texts";

const PASSWORD = "glossa-demo";

/** Writes the demo course: all of it in one transaction, or, where any course stands already, nothing. */
async function seed(): Promise<void> {
  const demo = await loadDemo();
  const passwordHash = await hashPassword(PASSWORD);
  await db().$transaction(
    async (tx) => {
      if ((await tx.course.count()) > 0) return;
      const ids = new Ids();
      const clock = new DemoClock(new Date(), demo.course.timeZone);
      const courseId = await writePeople(tx, demo, ids, clock, passwordHash);
      const texts = await writeTexts(tx, demo, courseId, ids, clock);
      const numbers = await writeAssignments(tx, demo, courseId, ids, clock);
      const talk = { demo, courseId, ids, clock, texts, numbers };
      await writeComments(tx, talk);
      await writeMarks(tx, talk);
      await writeReading(tx, talk);
      await writeResponses(tx, talk);
      await writeStances(tx, talk);
      await writeEvidence(tx, talk);
      await writeGrades(tx, talk);
    },
    { timeout: 120_000 },
  );
}

await seed();
await disconnect();
