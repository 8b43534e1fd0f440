import { expect, it } from "vitest";
import { isReadable } from "./address";

it("tells addresses that can be read from those that cannot", () => {
  for (const url of ["/", "/courses/%E6%9D%8E?next=%", "/a%20b/%25", "/courses?x=%E0%A4%A"]) {
    expect(isReadable(url), url).toBe(true);
  }
  for (const url of ["/%", "/courses/%E0%A4%A", "/%zz"]) expect(isReadable(url), url).toBe(false);
});
