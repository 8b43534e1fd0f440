import { isCounted } from "@/domain/source/draft";
import type { Transaction } from "@/server/adapters/db";
import type { DemoClock } from "./clock";
import type { Demo, DemoReading } from "./content/types";
import type { Ids } from "./ids";

export interface SeededParagraph {
  id: string;
  /** The ¶ number, null for headings. */
  number: number | null;
  text: string;
}

/** The texts as they stand in the database, by reading key and by block (from 0). */
export type Texts = Map<string, SeededParagraph[]>;

async function writeText(
  tx: Transaction,
  reading: DemoReading,
  courseId: string,
  ids: Ids,
  clock: DemoClock,
) {
  const sourceId = ids.make("source", reading.key);
  const versionId = ids.make("version", reading.key);
  await tx.source.create({
    data: { id: sourceId, courseId, createdById: ids.of("member", "ines"), createdAt: clock.moment(-27) },
  });
  await tx.sourceVersion.create({
    data: {
      id: versionId,
      courseId,
      sourceId,
      number: 1,
      title: reading.title,
      deck: reading.deck,
      byline: reading.byline,
      origin: reading.source,
      language: reading.language,
      createdAt: clock.moment(-27),
    },
  });
  let count = 0;
  const rows = reading.paragraphs.map((block, index) => ({
    id: ids.make("paragraph", `${reading.key} ${index + 1}`),
    courseId,
    versionId,
    position: index + 1,
    number: isCounted(block.kind) ? ++count : null,
    kind: block.kind,
    level: block.kind === "heading" ? (block.level ?? 2) : null,
    text: block.text,
  }));
  await tx.paragraph.createMany({ data: rows });
  await tx.paragraphTranslation.createMany({
    data: reading.paragraphs.flatMap(({ translation }, index) =>
      Object.entries(translation ?? {}).map(([language, text]) => ({
        paragraphId: ids.of("paragraph", `${reading.key} ${index + 1}`),
        courseId,
        language,
        text,
      })),
    ),
  });
  await tx.sourceVersion.update({ where: { id: versionId }, data: { publishedAt: clock.moment(-26) } });
  return rows;
}

export async function writeTexts(tx: Transaction, demo: Demo, courseId: string, ids: Ids, clock: DemoClock) {
  const texts: Texts = new Map();
  for (const reading of demo.readings) {
    texts.set(reading.key, await writeText(tx, reading, courseId, ids, clock));
  }
  return texts;
}
