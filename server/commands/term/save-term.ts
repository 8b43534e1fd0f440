import { MOST_TERMS, type TermSave } from "@/domain/prompt/term-input";
import { refuse } from "@/domain/refusal";
import { transaction } from "@/server/adapters/db";
import { recordAtDesk } from "@/server/adapters/event-log";
import { authorize, type CourseAccess } from "@/server/queries/course-access";
import { type TermView, termOf } from "@/server/queries/term";

/**
 * Saves a term, or makes one (version 0), after those there are. Refuses `stale` with the newer words when somebody
 * has saved meanwhile, and `not-found` for a term that is not there.
 */
export async function saveTerm(access: CourseAccess, input: TermSave, now: Date): Promise<TermView> {
  authorize(access, "term.write");
  const { courseId, actor } = access;
  const { id, version, name, gloss, forms } = input;
  await transaction(async (tx) => {
    if (version === 0) {
      const last = await tx.term.aggregate({ where: { courseId }, _max: { position: true }, _count: true });
      if (last._count >= MOST_TERMS) refuse({ code: "not-allowed" });
      const position = (last._max.position ?? 0) + 1;
      const data = { id, courseId, position, name, gloss, createdAt: now };
      const { count } = await tx.term.createMany({ data, skipDuplicates: true });
      if (count === 0) {
        const known = await tx.term.count({ where: { id, courseId } });
        return known > 0 ? undefined : refuse({ code: "id-taken" });
      }
    } else {
      const { count } = await tx.term.updateMany({
        where: { id, courseId, version },
        data: { name, gloss, version: { increment: 1 } },
      });
      if (count === 0) return;
      await tx.termForm.deleteMany({ where: { termId: id, courseId } });
    }
    await tx.termForm.createMany({
      data: forms.map((form, position) => ({ ...form, position, termId: id, courseId })),
    });
    await recordAtDesk(tx, {
      type: "term.saved",
      payload: { name, version: version + 1 },
      courseId,
      actorId: actor.membershipId,
      subjectId: id,
      at: now,
    });
  });
  // Read again: another save may have come first, or this one before.
  const standing = await termOf(access, id);
  if (saysAsMuch(standing, input)) return standing;
  return refuse({ code: "stale", current: { version: standing.version, text: asText(standing) } });
}

const saysAsMuch = (standing: TermView, sent: TermSave) =>
  standing.version === sent.version + 1 && asText(standing) === asText(sent);

/** A term's words as plain text, for where both versions are told. */
const asText = ({ name, gloss, forms }: Pick<TermView, "name" | "gloss" | "forms">) =>
  [name, gloss, ...forms.map(({ language, words }) => `${language}: ${words}`)].filter(Boolean).join("\n");
