import { expect, test } from "vitest";
import { kindsFor, notificationKinds } from "./notification";

const writes = ["reply", "mention", "answer"];

test("each role is offered what can reach it", () => {
  expect(kindsFor(["student"])).toEqual([...writes, "graded", "dates", "dueSoon", "letter"]);
  expect(kindsFor(["instructor"])).toEqual([...writes, "asked", "letter"]);
  expect(kindsFor(["assistant"])).toEqual(kindsFor(["instructor"]));
  expect(kindsFor(["observer"])).toEqual(["mention", "letter"]);
});

test("whoever has several roles is offered what can reach any, and whoever has none what reaches a student", () => {
  expect(kindsFor(["assistant", "student"])).toEqual(notificationKinds);
  expect(kindsFor([])).toEqual(kindsFor(["student"]));
});
