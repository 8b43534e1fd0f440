import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { type RefusalCode, Refused } from "@/domain/refusal";
import { db } from "@/server/adapters/db";
import { courseAccess } from "@/server/queries/course-access";
import { account } from "@/server/queries/person";
import { signIn } from "@/server/queries/sign-in";
import { makeCourse, today } from "@/server/testing/cast";
import { changePassword } from "./change-password";
import { createAccount } from "./create-account";
import { signOutEverywhere } from "./sign-out-everywhere";

const password = "a password of some length";

async function refusalOf(work: Promise<unknown>): Promise<RefusalCode | "done"> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}

async function newAccount() {
  const email = `${uuidv7()}@example.test`;
  await createAccount({ email, name: "Newcomer", password }, "192.0.2.1", today);
  const user = await db().user.findUniqueOrThrow({ where: { email } });
  return { email, claim: { userId: user.id, sessionVersion: user.sessionVersion } };
}

describe("making an account", () => {
  it("keeps a hash, never the password", async () => {
    const { email } = await newAccount();
    const user = await db().user.findUniqueOrThrow({ where: { email } });
    expect(user.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(user)).not.toContain(password);
  });

  it("says the same for an address that has one, and leaves that as it is", async () => {
    const { email } = await newAccount();
    const before = await db().user.findUniqueOrThrow({ where: { email } });
    const sent = { email, name: "Somebody else", password: "another one, also long" };
    expect(await createAccount(sent, "192.0.2.2", today)).toBeUndefined();
    expect(await db().user.findMany({ where: { email } })).toEqual([before]);
    expect(await signIn({ email, password: sent.password }, "192.0.2.2")).toBeNull();
    expect(await signIn({ email, password }, "192.0.2.2")).toMatchObject({ name: "Newcomer" });
  });

  it("makes one of two that are sent at the same time", async () => {
    const email = `${uuidv7()}@example.test`;
    const sent = { email, name: "Twice", password };
    await Promise.all([1, 2].map(() => createAccount(sent, "192.0.2.3", today)));
    expect(await db().user.count({ where: { email } })).toBe(1);
  });
});

describe("changing the password", () => {
  it("ends every session and takes the new one only", async () => {
    const { email, claim } = await newAccount();
    const next = "the next one, quite long";
    await changePassword(claim, { current: password, next });
    expect(await refusalOf(account(claim))).toBe("signed-out");
    expect(await signIn({ email, password }, "192.0.2.4")).toBeNull();
    expect(await signIn({ email, password: next }, "192.0.2.4")).toMatchObject({
      sessionVersion: claim.sessionVersion + 1,
    });
  });

  it("refuses a wrong one and changes nothing", async () => {
    const { email, claim } = await newAccount();
    const wrong = { current: "not this one at all", next: "the next one, quite long" };
    expect(await refusalOf(changePassword(claim, wrong))).toBe("wrong-password");
    expect(await account(claim)).toMatchObject({ email });
  });

  it("refuses to be tried again and again", async () => {
    const { claim } = await newAccount();
    const wrong = { current: "not this one at all", next: "the next one, quite long" };
    const answers: string[] = [];
    for (let attempt = 0; attempt < 11; attempt++)
      answers.push(await refusalOf(changePassword(claim, wrong)));
    expect(answers.slice(0, 10)).toEqual(Array(10).fill("wrong-password"));
    expect(answers[10]).toBe("rate-limited");
  });
});

describe("signing out everywhere", () => {
  it("ends every session at once, in the course as well", async () => {
    const cast = await makeCourse();
    const claim = { userId: cast.ada.userId, sessionVersion: 1 };
    await signOutEverywhere(claim);
    expect(await refusalOf(account(claim))).toBe("signed-out");
    expect(await refusalOf(courseAccess(claim, cast.courseId))).toBe("signed-out");
    expect(await refusalOf(signOutEverywhere(claim))).toBe("signed-out");
  });
});
