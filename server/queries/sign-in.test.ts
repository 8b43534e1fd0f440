import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { hashPassword } from "@/server/adapters/password";
import { signIn } from "./sign-in";

const password = "a password of some length";
const from = "192.0.2.1";

async function person(passwordHash: string | null) {
  const id = uuidv7();
  const email = `${id}@example.test`;
  await db().user.create({ data: { id, email, name: "Ada", passwordHash } });
  return { id, email };
}

const attempt = async (email: string, tried: string) => {
  try {
    return await signIn({ email, password: tried }, from);
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
};

describe("signing in", () => {
  it("finds the person, whatever the case of the address and the spaces around it", async () => {
    const { id, email } = await person(await hashPassword(password));
    const found = { id, name: "Ada", email, sessionVersion: 1 };
    expect(await attempt(email, password)).toEqual(found);
    expect(await attempt(` ${email.toUpperCase()} `, password)).toEqual(found);
  });

  it("answers null to a wrong password, an unknown address, and an account without a password", async () => {
    const { email } = await person(await hashPassword(password));
    const withoutPassword = await person(null);
    expect(await attempt(email, "another password")).toBeNull();
    expect(await attempt(`${uuidv7()}@example.test`, password)).toBeNull();
    expect(await attempt(withoutPassword.email, password)).toBeNull();
  });

  it.each([
    null,
    undefined,
    "text",
    { email: "a" },
    { email: 1, password: 2 },
    { email: "a@example.test", password: "" },
    { email: "a\u0000@example.test", password },
    { email: `${"a".repeat(300)}@example.test`, password },
    { email: "a@example.test", password: "p".repeat(100_000) },
    JSON.parse('{"__proto__":{"email":"a@example.test"},"password":"p"}'),
  ])("answers null to %j", async (sent) => {
    expect(await signIn(sent, from)).toBeNull();
  });

  it("refuses the eleventh attempt on an address, known or not, and even with the right password", async () => {
    const { email } = await person(await hashPassword(password));
    for (const address of [email, `${uuidv7()}@example.test`]) {
      for (let count = 0; count < 10; count++) expect(await attempt(address, "wrong one")).toBeNull();
      expect(await attempt(address, password)).toBe("rate-limited");
    }
  });

  it("forgets the attempts after a success", async () => {
    const { email } = await person(await hashPassword(password));
    for (let round = 0; round < 2; round++) {
      for (let count = 0; count < 9; count++) expect(await attempt(email, "wrong one")).toBeNull();
      expect(await attempt(email, password)).toMatchObject({ email });
    }
  });
});
