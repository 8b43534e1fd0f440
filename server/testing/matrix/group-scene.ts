import { v7 as uuidv7 } from "uuid";
import { db } from "@/server/adapters/db";
import { makeSet } from "@/server/commands/group/make-set";
import { putInSection } from "@/server/commands/section/put-in-section";
import { saveSection } from "@/server/commands/section/save-section";
import { anewOf } from "@/server/queries/group-anew";
import { type Cast, today } from "../cast";

/** A section with Ada in it, a set that follows the sections, and an automatic one; nothing is divided by them. */
export async function addGroupsTo({ instructor, ada }: Cast) {
  const sectionId = uuidv7();
  const sectionsSetId = uuidv7();
  const automaticSetId = uuidv7();
  await saveSection(instructor, { id: sectionId, name: "Tuesday" }, today);
  await putInSection(instructor, { sectionId, membershipIds: [ada.actor.membershipId] }, today);
  const rule = { size: 2, mixed: true };
  await makeSet(instructor, { id: sectionsSetId, kind: "sections", ...rule }, today);
  await makeSet(instructor, { id: automaticSetId, kind: "automatic", ...rule }, today);
  await db().groupSet.update({ where: { id: automaticSetId }, data: { size: 3 } });
  const { shown } = await anewOf(instructor, automaticSetId);
  return { sectionId, sectionsSetId, automaticSetId, automaticShown: shown };
}
