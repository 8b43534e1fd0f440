import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import { notificationKinds } from "@/domain/notification/notification";
import { readUnsubscribeToken, unsubscribeToken } from "./unsubscribe-token";

describe("an unsubscribe token", () => {
  it("says whose mails of what kinds it stops", () => {
    const userId = uuidv7();
    for (const kinds of [["reply"], ["letter", "dates"], [...notificationKinds]] as const) {
      const read = readUnsubscribeToken(unsubscribeToken(userId, kinds));
      expect(read?.userId).toBe(userId);
      expect([...(read?.kinds ?? [])].sort()).toEqual([...kinds].sort());
    }
  });

  it("is nobody's once anything in it is another", () => {
    const token = unsubscribeToken(uuidv7(), ["reply"]);
    for (let at = 0; at < token.length; at++) {
      const other = `${token.slice(0, at)}${token[at] === "a" ? "b" : "a"}${token.slice(at + 1)}`;
      expect(readUnsubscribeToken(other)).toBeNull();
    }
    for (const other of ["", ".", "..", "a.b.c", `${token}.`, `${token}.${token}`]) {
      expect(readUnsubscribeToken(other)).toBeNull();
    }
    expect(readUnsubscribeToken(token.replace("reply", "letter"))).toBeNull();
  });
});
