import { expect, it } from "vitest";
import { isHeldDown, isModified } from "./typing";

const key = (name: string, what: object = {}) => ({
  key: name,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  repeat: false,
  ...what,
});

it("takes a key with Ctrl, Alt or ⌘ for the browser's, and ? however it is reached", () => {
  expect(isModified(key("n"))).toBe(false);
  for (const held of ["ctrlKey", "altKey", "metaKey"])
    expect(isModified(key("n", { [held]: true }))).toBe(true);
  expect(isModified(key("?", { altKey: true }))).toBe(false);
  expect(isModified(key("?", { altKey: true, ctrlKey: true }))).toBe(false);
  expect(isModified(key("?", { ctrlKey: true }))).toBe(true);
  expect(isModified(key("?", { metaKey: true }))).toBe(true);
});

it("goes on while a key is held down that moves, and does nothing twice that marks or saves", () => {
  for (const name of ["n", "p", "j", "k"]) expect(isHeldDown(key(name, { repeat: true }))).toBe(false);
  for (const name of ["4", "u", "w", "Enter"]) expect(isHeldDown(key(name, { repeat: true }))).toBe(true);
  expect(isHeldDown(key("4"))).toBe(false);
});
