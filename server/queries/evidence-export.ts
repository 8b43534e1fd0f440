import { csvOf } from "@/domain/csv";
import { db } from "@/server/adapters/db";
import { authorize, type CourseAccess } from "./course-access";
import { pieceFields } from "./evidence";
import { openingsOf } from "./openings";
import { evidenceScope } from "./scope";
import { voiceOf } from "./voice";

/** The names of the columns: for programs as well as for people, so they are not translated. */
const header = [
  "position",
  "dimension",
  "relation",
  "claim",
  "quote",
  "reading",
  "title",
  "paragraph",
  "author",
  "group",
  "date",
  "helpful",
  "notes",
  "merged",
];

/** A day in the course's time zone, as 2026-11-22. */
const dayIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at,
  );

/** Every filed piece that this person sees, as a table. Four statements. */
export async function evidenceExport(
  access: CourseAccess,
  now: Date,
): Promise<{ csv: string; fileName: string }> {
  authorize(access, "evidence.read");
  const openings = await openingsOf(access, now);
  const rows = await db().evidence.findMany({
    where: {
      courseId: access.courseId,
      deletedAt: null,
      filedAt: { not: null },
      AND: evidenceScope(access.actor, openings),
    },
    select: {
      ...pieceFields,
      paragraph: { select: { number: true } },
      createdAt: true,
      mergedIntoId: true,
      stand: { select: { name: true, position: true } },
      dimension: { select: { name: true, position: true } },
      room: { select: { group: { select: { name: true } } } },
      notes: {
        where: { authorId: access.actor.membershipId, deletedAt: null },
        select: { id: true },
      },
      _count: { select: { helpful: true, notes: { where: { deletedAt: null } } } },
    },
    orderBy: [
      { stand: { position: "asc" } },
      { dimension: { position: "asc" } },
      { createdAt: "asc" },
      { id: "asc" },
    ],
  });
  const listed = new Set(rows.map((row) => row.id));
  const lines = rows.map((row) => {
    const open = openings.of(row.readingId);
    return [
      row.stand?.name ?? "",
      row.dimension?.name ?? "",
      row.relation,
      row.claim,
      row.quote,
      row.reading.position,
      row.reading.version.title,
      row.paragraph.number,
      voiceOf(open.naming, row.author).name,
      // A group tells too much of who is behind an alias.
      open.naming.hidden ? "" : (row.room.group?.name ?? ""),
      dayIn(access.timeZone, row.createdAt),
      open.showsOthers ? row._count.helpful : 0,
      open.showsOthers ? row._count.notes : row.notes.length,
      // Under one that is hidden it stands for itself.
      row.mergedIntoId && listed.has(row.mergedIntoId) ? "yes" : "",
    ];
  });
  return { csv: csvOf(header, lines), fileName: `evidence-${dayIn(access.timeZone, now)}.csv` };
}
