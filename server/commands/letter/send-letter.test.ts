import { v7 as uuidv7 } from "uuid";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/server/adapters/db";
import { type Cast, makeCourse, today } from "@/server/testing/cast";
import { sendLetter } from "./send-letter";

let cast: Cast;
beforeEach(async () => {
  cast = await makeCourse();
});

const refused = (code: string) => ({ refusal: { code } });
const to = (...people: { actor: { membershipId: string } }[]) =>
  people.map(({ actor }) => actor.membershipId);
const letter = (whom: string[]) => ({ id: uuidv7(), to: whom, body: "Dear {name}, come and see me." });

describe("a letter goes to nobody", () => {
  it("where one it is for has left, or is of another course", async () => {
    const other = await makeCourse();
    const { membershipId } = cast.liming.actor;
    await db().membership.update({ where: { id: membershipId }, data: { withdrawnAt: today } });
    for (const absent of [cast.liming, other.ada]) {
      const sent = letter(to(cast.ada, absent));
      await expect(sendLetter(cast.instructor, sent, today)).rejects.toMatchObject(refused("not-found"));
      expect(await db().letter.count({ where: { id: sent.id } })).toBe(0);
      expect(await db().letterTo.count({ where: { letterId: sent.id } })).toBe(0);
    }
  });

  it("from whoever does not teach", async () => {
    for (const access of [cast.ada, cast.observer]) {
      const sent = sendLetter(access, letter(to(cast.stranger)), today);
      await expect(sent).rejects.toMatchObject(refused("not-allowed"));
    }
  });

  it("under an id that is another's", async () => {
    const sent = letter(to(cast.ada));
    await sendLetter(cast.instructor, sent, today);
    const again = sendLetter(cast.assistant, { ...sent, body: "Something else." }, today);
    await expect(again).rejects.toMatchObject(refused("id-taken"));
    expect(await db().letterTo.findMany({ where: { letterId: sent.id }, select: { body: true } })).toEqual([
      { body: "Dear Ada, come and see me." },
    ]);
  });
});
