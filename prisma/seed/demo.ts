import { db } from "@/server/adapters/db";
import { hashPassword } from "@/server/adapters/password";
import { writeAssignments } from "./assignments";
import { writeBeginnings } from "./beginnings";
import { DemoClock } from "./clock";
import { writeComments } from "./comments";
import { loadDemo } from "./content/load";
import { writeEvidence } from "./evidence";
import { writeEvidenceTalk } from "./evidence-talk";
import { writeExtensions } from "./extensions";
import { writeFrame } from "./frame";
import { writeGrades } from "./grades";
import { Ids } from "./ids";
import { DemoLog } from "./log";
import { writeMarks } from "./marks";
import { tellEverybody } from "./notifications";
import { writePeople } from "./people";
import { writePhrases } from "./phrases";
import { writeReading } from "./read";
import { writeReadNext } from "./read-next";
import { writeResponses } from "./responses";
import { writeShares } from "./shares";
import { writeStances } from "./stances";
import { writeSteelmen } from "./steelmen";
import { writeDifferences, writeTerms } from "./terms";
import { writeTexts } from "./texts";

const PASSWORD = "glossa-demo";

/**
 * Writes the demo course: all of it in one transaction, or, where any course stands already, nothing. What people are
 * told of is then read from the log, as it is when the course is lived through.
 */
export async function writeDemo(now: Date): Promise<void> {
  const demo = await loadDemo();
  const passwordHash = await hashPassword(PASSWORD);
  const talk = await db().$transaction(
    async (tx) => {
      if ((await tx.course.count()) > 0) return null;
      const ids = new Ids();
      const log = new DemoLog();
      const clock = new DemoClock(now, demo.course.timeZone);
      const courseId = await writePeople(tx, demo, ids, clock, passwordHash);
      await writeFrame(tx, demo, courseId, ids);
      await writeTerms(tx, demo, courseId, ids, clock);
      const texts = await writeTexts(tx, demo, courseId, ids, clock);
      const numbers = await writeAssignments(tx, demo, courseId, ids, clock);
      const talk = { demo, courseId, ids, clock, texts, numbers, log, opened: new Set<string>() };
      await writeComments(tx, talk);
      await writeMarks(tx, talk);
      await writeReading(tx, talk);
      await writeResponses(tx, talk);
      await writeReadNext(tx, talk);
      await writeStances(tx, talk);
      await writeEvidence(tx, talk);
      await writeEvidenceTalk(tx, talk);
      await writeDifferences(tx, talk);
      await writeSteelmen(tx, talk);
      await writeExtensions(tx, talk);
      await writeGrades(tx, talk);
      await writeShares(tx, talk);
      await writePhrases(tx, talk);
      await writeBeginnings(tx, talk);
      await log.write(tx);
      return talk;
    },
    { timeout: 120_000 },
  );
  if (talk) await tellEverybody(talk);
}
