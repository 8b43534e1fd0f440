import { v7 as uuidv7 } from "uuid";
import { beforeEach, expect, it } from "vitest";
import type { CourseAccess } from "@/server/queries/course-access";
import { phrasesOf } from "@/server/queries/phrase";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { countUse, deletePhrase, sharePhrase } from "./change-phrase";
import { keepPhrase } from "./keep-phrase";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const keep = (who: CourseAccess, body: string, id = uuidv7()) =>
  keepPhrase(who, { id, body, shared: false }, today);
const refused = (code: string) => ({ refusal: { code } });

it("are one's own until they are shared, and the most used stand first", async () => {
  const first = await keep(cast.assistant, "Name the paragraph.");
  const second = await keep(cast.assistant, "Whose words?");
  expect(await keep(cast.assistant, "Whose words?", second.id)).toEqual(second);
  await countUse(cast.assistant, first.id);
  expect((await phrasesOf(cast.assistant)).map(({ body, uses }) => [body, uses])).toEqual([
    ["Name the paragraph.", 1],
    ["Whose words?", 0],
  ]);
  expect(await phrasesOf(cast.instructor)).toEqual([]);
  await expect(countUse(cast.instructor, first.id)).rejects.toMatchObject(refused("not-found"));
  await sharePhrase(cast.assistant, { id: first.id, shared: true }, today);
  expect(await phrasesOf(cast.instructor)).toMatchObject([{ mine: false, author: "Tomasz", shared: true }]);
});

it("are changed by who wrote them alone, and forgotten once", async () => {
  const { id } = await keep(cast.assistant, "Name the paragraph.");
  await sharePhrase(cast.assistant, { id, shared: true }, today);
  const share = { id, shared: false };
  await expect(sharePhrase(cast.instructor, share, today)).rejects.toMatchObject(refused("not-allowed"));
  await expect(deletePhrase(cast.instructor, id, today)).rejects.toMatchObject(refused("not-allowed"));
  await expect(keep(cast.ada, "Mine.")).rejects.toMatchObject(refused("not-allowed"));
  await expect(keep(cast.instructor, "Another.", id)).rejects.toMatchObject(refused("id-taken"));
  await deletePhrase(cast.assistant, id, today);
  await deletePhrase(cast.assistant, id, today);
  expect(await phrasesOf(cast.assistant)).toEqual([]);
});
