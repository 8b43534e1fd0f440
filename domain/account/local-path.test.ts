import fc from "fast-check";
import { expect, it } from "vitest";
import { localPath } from "./local-path";

it.each(["/courses", "/courses/1/readings/2?beside=zh#p-3", "/account"])("goes on to %s", (path) => {
  expect(localPath(path, "/")).toBe(path);
});

it.each([
  "//evil.example",
  "https://evil.example/",
  "/\\evil.example",
  "/\t/evil.example",
  "/\n/evil.example",
  "/.//evil.example",
  "javascript:alert(1)",
  "",
  undefined,
  ["/courses", "//evil.example"],
])("does not go to %j", (path) => {
  expect(localPath(path, "/courses")).toBe("/courses");
});

it("never leaves the site, whatever is sent", () => {
  const pieces = fc.array(
    fc.constantFrom("/", "\\", "\t", ".", "..", "evil.example", ":", "@", "?", "#", "%2f"),
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const path = localPath(parts.join(""), "/courses");
      expect(new URL(path, "https://glossa.example").origin).toBe("https://glossa.example");
    }),
  );
});
